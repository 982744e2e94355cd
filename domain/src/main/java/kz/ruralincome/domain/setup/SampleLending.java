package kz.ruralincome.domain.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.credit.BatchOptions;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.domain.credit.LoanBatches;
import kz.ruralincome.domain.credit.Loans;
import kz.ruralincome.domain.sample.SampleLoanBatch;
import kz.ruralincome.domain.sample.SampleRegion;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * Hands in the loans of the sample region as its lenders would. The same key stands for the same batch, so what was handed
 * in before the server was cut short is not taken twice.
 */
@ApplicationScoped
public class SampleLending {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int POLL_MILLIS = 200;

    @Inject
    private LoanBatches batches;

    @Inject
    private Loans loans;

    /** A batch that was handed in. */
    private record Sent(SampleLoanBatch batch, LoanBatch receipt) {}

    void lend(SampleRegion region) {
        List<Sent> sent = new ArrayList<>();
        region.loanBatches().forEach(batch -> sent.add(new Sent(batch, send(batch))));
        sent.forEach(this::demandWhole);
        region.reversals().forEach(one -> loans.reverse(lender(one.lender()), one.contractNo(), one.paymentRef()));
    }

    private static Access lender(String account) {
        return new Access(account, Role.LENDER, Optional.empty(), false);
    }

    /** A batch of this key that a killed server left behind is waited for. */
    private LoanBatch send(SampleLoanBatch batch) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (InputStream body = batch.open()) {
                return batches.receive(
                                lender(batch.lender()),
                                Optional.of(batch.key()),
                                new BatchOptions(false, batch.complete()),
                                body)
                        .batch();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (RuleViolation running) {
                if (System.nanoTime() > end) {
                    throw running;
                }
                pause();
            }
        }
    }

    private void demandWhole(Sent sent) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        LoanBatch batch = sent.receipt();
        while (!batch.state().isAtRest() && System.nanoTime() < end) {
            pause();
            batch = batches.find(lender(sent.batch().lender()), batch.id());
        }
        if (batch.state() != LoanBatch.State.DONE || batch.rejected() > 0) {
            throw new IllegalStateException("the sample's batch %s of %s ended %s with %d lines rejected"
                    .formatted(sent.batch().key(), sent.batch().lender(), batch.state(), batch.rejected()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the server stops", e);
        }
    }
}
