package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.Iin;

/**
 * A loan in its lender's words, whole and free of contradiction: made by {@link LoanDraft#terms}.
 *
 * <p>Equal words make equal terms: amounts have two decimals, rates no closing zeros, lists left out are empty.
 */
public record LoanTerms(
        Iin iin,
        Purpose purpose,
        Optional<String> oked,
        Optional<String> kato,
        LocalDate approvedOn,
        Optional<LocalDate> disbursedOn,
        BigDecimal principal,
        BigDecimal annualRate,
        Optional<BigDecimal> effectiveRate,
        int termMonths,
        int graceMonths,
        ScheduleKind schedule,
        Product product,
        Optional<FundingSource> fundingSource,
        List<Instalment> instalments,
        List<Disbursement> disbursements,
        List<Party> parties,
        List<Collateral> collateral,
        Optional<String> bin,
        LoanStatus status,
        Optional<LocalDate> closedOn,
        Optional<LocalDate> rescheduledOn,
        Optional<Reported> reported) {

    public LoanTerms {
        requireNonNull(iin, "iin");
        requireNonNull(purpose, "purpose");
        requireNonNull(approvedOn, "approvedOn");
        requireNonNull(principal, "principal");
        requireNonNull(annualRate, "annualRate");
        requireNonNull(schedule, "schedule");
        requireNonNull(product, "product");
        requireNonNull(status, "status");
        instalments = List.copyOf(instalments);
        disbursements = List.copyOf(disbursements);
        parties = List.copyOf(parties);
        collateral = List.copyOf(collateral);
    }

    /** What was handed over and when, in order: the tranches, else the principal; nothing before the loan is ACTIVE. */
    public List<Disbursement> handedOver() {
        if (!status.isDisbursed()) {
            return List.of();
        }
        return disbursements.isEmpty()
                ? List.of(new Disbursement(disbursedOn.orElseThrow(), principal))
                : disbursements;
    }

    /** The same words as a draft, to say something else in places. */
    public LoanDraft draft() {
        var draft = new LoanDraft();
        draft.iin = iin.digits();
        draft.purpose = purpose;
        draft.oked = oked.orElse(null);
        draft.kato = kato.orElse(null);
        draft.approvedOn = approvedOn;
        draft.disbursedOn = disbursedOn.orElse(null);
        draft.principal = principal;
        draft.annualRate = annualRate;
        draft.effectiveRate = effectiveRate.orElse(null);
        draft.termMonths = termMonths;
        draft.graceMonths = graceMonths;
        draft.schedule = schedule;
        draft.product = product;
        draft.fundingSource = fundingSource.orElse(null);
        draft.instalments = instalments;
        draft.disbursements = disbursements;
        draft.parties = parties;
        draft.collateral = collateral;
        draft.bin = bin.orElse(null);
        draft.status = status;
        draft.closedOn = closedOn.orElse(null);
        draft.rescheduledOn = rescheduledOn.orElse(null);
        draft.reported = reported.orElse(null);
        return draft;
    }
}
