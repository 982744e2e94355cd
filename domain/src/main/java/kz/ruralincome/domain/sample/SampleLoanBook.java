package kz.ruralincome.domain.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The loans of the sample as their lenders tell of them: all of them, then what has changed, then what they
 * take back.
 */
final class SampleLoanBook {

    /** The second bank says that its second batch is complete, and forgets one loan in so many. */
    private static final int FORGOTTEN = 150;

    private final SampleLoans loans;
    private final SampleLoanText text;

    SampleLoanBook(SampleLoans loans, SampleRandom random) {
        this.loans = loans;
        this.text = new SampleLoanText(random);
    }

    List<SampleLoanBatch> batches() {
        List<SampleLoanBatch> batches = new ArrayList<>();
        for (SampleLender lender : SampleLender.values()) {
            batches.add(new SampleLoanBatch(
                    lender.account(),
                    "sample-1",
                    Optional.empty(),
                    loans.of(lender),
                    loan -> text.first(loan, loans.life(loan))));
        }
        for (SampleLender lender : SampleLender.values()) {
            boolean isComplete = lender == SampleLender.BANK_B;
            batches.add(new SampleLoanBatch(
                    lender.account(),
                    "sample-2",
                    isComplete ? Optional.of(LocalDate.ofEpochDay(SampleLoanLife.REPORT)) : Optional.empty(),
                    isComplete ? remembered(lender) : changed(lender),
                    loan -> text.last(loan, loans.life(loan))));
        }
        return batches;
    }

    private List<SampleLoan> changed(SampleLender lender) {
        return loans.of(lender).stream()
                .filter(loan -> text.isToldAgain(loan, loans.life(loan)))
                .toList();
    }

    private List<SampleLoan> remembered(SampleLender lender) {
        List<SampleLoan> all = loans.of(lender);
        return IntStream.range(0, all.size())
                .filter(place -> place % FORGOTTEN != FORGOTTEN - 1)
                .mapToObj(all::get)
                .toList();
    }

    List<SampleLoanBatch.Reversal> reversals() {
        List<SampleLoanBatch.Reversal> reversals = new ArrayList<>();
        for (SampleLoan loan : loans.all()) {
            var payments = loans.life(loan).payments();
            for (int place = 0; place < payments.size(); place++) {
                if (payments.get(place).isReversed()) {
                    reversals.add(new SampleLoanBatch.Reversal(
                            loan.lender().account(), loan.contractNo(), Integer.toString(place + 1)));
                }
            }
        }
        return reversals;
    }
}
