package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * What keeps a loan from being true: it contradicts itself. Every reason is told at once.
 *
 * <p>That a loan lies outside the programme's terms is no such reason, see {@link ProgrammeTerms}.
 */
public final class LoanRules {

    private static final int LONGEST_TERM = 600;
    private static final int HIGHEST_RATE = 100;
    private static final int MOST_DAYS_PAST_DUE = 99_999;

    private final LoanDraft draft;
    private final List<FieldError> errors = new ArrayList<>();

    private LoanRules(LoanDraft draft) {
        this.draft = draft;
    }

    /** All flaws of a draft; none: it may become {@link LoanTerms}. */
    public static List<FieldError> check(LoanDraft draft) {
        var rules = new LoanRules(draft);
        rules.checkRequired();
        rules.checkValues();
        rules.checkDates();
        rules.checkTranches();
        rules.checkInstalments();
        rules.checkReported();
        return rules.errors;
    }

    /**
     * All flaws of a draft of which some fields could not even be read: those first, and of the same fields nothing
     * more, since what could not be read looks as if it had not been sent.
     */
    public static List<FieldError> check(LoanDraft draft, List<FieldError> unreadable) {
        Set<String> known =
                unreadable.stream().map(error -> root(error.field())).collect(Collectors.toSet());
        List<FieldError> all = new ArrayList<>(unreadable);
        check(draft).stream()
                .filter(error -> !known.contains(root(error.field())))
                .forEach(all::add);
        return all;
    }

    /** Whether the loan may go from one status to the other; a correction takes any status back. */
    public static Optional<FieldError> checkMove(LoanStatus from, LoanStatus to, boolean correction) {
        return correction || from.mayBecome(to)
                ? Optional.empty()
                : Optional.of(LoanFlaw.STATUS_MOVE.of("status", from, to));
    }

    /** Whether the loan may be disbursed when it says so, having been repaid first on that day. */
    public static Optional<FieldError> checkRepaid(LoanTerms terms, LocalDate firstRepayment) {
        boolean fits = terms.status().isDisbursed()
                && !firstRepayment.isBefore(terms.handedOver().get(0).on());
        return fits ? Optional.empty() : Optional.of(LoanFlaw.REPAID_BEFORE.of("disbursedOn", firstRepayment));
    }

    private static String root(String field) {
        return field.split("[\\[.]", 2)[0];
    }

    private void checkRequired() {
        Flaws.required(errors, "iin", draft.iin);
        Flaws.required(errors, "purpose", draft.purpose);
        Flaws.required(errors, "approvedOn", draft.approvedOn);
        Flaws.required(errors, "principal", draft.principal);
        Flaws.required(errors, "annualRate", draft.annualRate);
        Flaws.required(errors, "termMonths", draft.termMonths);
        Flaws.required(errors, "schedule", draft.schedule);
        if (Flaws.required(errors, "status", draft.status) && draft.status.isDisbursed()) {
            Flaws.required(errors, "disbursedOn", draft.disbursedOn);
        }
    }

    private void checkValues() {
        checkIin("iin", draft.iin);
        for (int i = 0; i < LoanDraft.all(draft.parties).size(); i++) {
            checkIin("parties[" + i + "].iin", draft.parties.get(i).iin());
        }
        if (draft.bin != null) {
            Iin.flawOf(draft.bin)
                    .map(flaw -> flaw == Iin.Flaw.CHECKSUM ? LoanFlaw.BIN_CHECKSUM : LoanFlaw.BIN_FORMAT)
                    .ifPresent(flaw -> errors.add(flaw.of("bin")));
        }
        if (draft.oked != null && !draft.oked.matches("[0-9]{5}")) {
            errors.add(LoanFlaw.OKED_FORMAT.of("oked"));
        }
        if (draft.kato != null && !draft.kato.matches("[0-9]{9}")) {
            errors.add(LoanFlaw.KATO_FORMAT.of("kato"));
        }
        for (int i = 0; i < LoanDraft.all(draft.collateral).size(); i++) {
            var one = draft.collateral.get(i);
            if (one.kind().isBlank()) {
                errors.add(LoanFlaw.TEXT_EMPTY.of("collateral[" + i + "].kind"));
            }
            Flaws.amount(errors, "collateral[" + i + "].value", one.value());
        }
        Flaws.positive(errors, "principal", draft.principal);
        Flaws.percent(errors, "annualRate", draft.annualRate, HIGHEST_RATE);
        Flaws.percent(errors, "effectiveRate", draft.effectiveRate, 10 * HIGHEST_RATE);
        checkTerm();
    }

    private void checkIin(String field, String iin) {
        if (iin != null) {
            Iin.flawOf(iin).ifPresent(flaw -> errors.add(new FieldError(field, flaw.code(), List.of())));
        }
    }

    private void checkTerm() {
        Integer term = draft.termMonths;
        if (term != null && (term < 1 || term > LONGEST_TERM)) {
            errors.add(LoanFlaw.NUMBER_RANGE.of("termMonths", 1, LONGEST_TERM));
        }
        if (draft.graceMonths() < 0 || draft.graceMonths() >= LONGEST_TERM) {
            errors.add(LoanFlaw.NUMBER_RANGE.of("graceMonths", 0, LONGEST_TERM - 1));
        } else if (term != null && term >= 1 && draft.graceMonths() >= term) {
            errors.add(LoanFlaw.GRACE_NOT_WITHIN_TERM.of("graceMonths"));
        }
    }

    private void checkDates() {
        Flaws.date(errors, "approvedOn", draft.approvedOn);
        Flaws.date(errors, "disbursedOn", draft.disbursedOn);
        Flaws.date(errors, "rescheduledOn", draft.rescheduledOn);
        Flaws.date(errors, "closedOn", draft.closedOn);
        Flaws.order(errors, "approvedOn", draft.approvedOn, "disbursedOn", draft.disbursedOn);
        Flaws.order(errors, "disbursedOn", draft.disbursedOn, "rescheduledOn", draft.rescheduledOn);
        Flaws.order(errors, startField(), start(), "closedOn", draft.closedOn);
        Flaws.order(errors, "rescheduledOn", draft.rescheduledOn, "closedOn", draft.closedOn);
        if (draft.closedOn != null && draft.status != null && draft.status.isOpen()) {
            errors.add(LoanFlaw.CLOSED_WHILE_OPEN.of("closedOn"));
        }
        if (draft.rescheduledOn != null && draft.status != null && !draft.status.isDisbursed()) {
            errors.add(LoanFlaw.RESCHEDULED_UNDISBURSED.of("rescheduledOn"));
        }
        endOfTerm().ifPresent(end -> {
            if (draft.rescheduledOn != null && !draft.rescheduledOn.isBefore(end)) {
                errors.add(LoanFlaw.RESCHEDULED_AFTER_TERM.of("rescheduledOn"));
            }
        });
    }

    private LocalDate start() {
        return draft.disbursedOn == null ? draft.approvedOn : draft.disbursedOn;
    }

    private String startField() {
        return draft.disbursedOn == null ? "approvedOn" : "disbursedOn";
    }

    /** The last due date of a schedule that the program computes; a lender's own ends when the lender says. */
    private Optional<LocalDate> endOfTerm() {
        boolean known = draft.disbursedOn != null
                && draft.termMonths != null
                && draft.termMonths >= 1
                && draft.termMonths <= LONGEST_TERM
                && draft.schedule != null
                && draft.schedule != ScheduleKind.OWN;
        return known ? Optional.of(draft.disbursedOn.plusMonths(draft.termMonths)) : Optional.empty();
    }

    private void checkTranches() {
        List<Disbursement> tranches = LoanDraft.all(draft.disbursements);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < tranches.size(); i++) {
            String field = "disbursements[" + i + "]";
            var tranche = tranches.get(i);
            if (Flaws.positive(errors, field + ".amount", tranche.amount())) {
                sum = sum.add(tranche.amount());
            }
            Flaws.date(errors, field + ".on", tranche.on());
            if (i > 0 && tranche.on().isBefore(tranches.get(i - 1).on())) {
                errors.add(LoanFlaw.DISBURSEMENTS_ORDER.of(field + ".on"));
            }
            Flaws.order(errors, field + ".on", tranche.on(), "closedOn", draft.closedOn);
            endOfTerm().ifPresent(end -> {
                if (!tranche.on().isBefore(end)) {
                    errors.add(LoanFlaw.TRANCHE_AFTER_TERM.of(field + ".on"));
                }
            });
        }
        if (!tranches.isEmpty()
                && draft.disbursedOn != null
                && !tranches.get(0).on().equals(draft.disbursedOn)) {
            errors.add(LoanFlaw.FIRST_TRANCHE.of("disbursements[0].on", draft.disbursedOn));
        }
        if (draft.principal != null && draft.principal.signum() > 0 && sum.compareTo(draft.principal) > 0) {
            errors.add(LoanFlaw.DISBURSEMENTS_SUM.of("disbursements", draft.principal, sum));
        }
    }

    private void checkInstalments() {
        List<Instalment> instalments = LoanDraft.all(draft.instalments);
        if (draft.schedule != ScheduleKind.OWN) {
            if (!instalments.isEmpty() && draft.schedule != null) {
                errors.add(LoanFlaw.INSTALMENTS_NOT_OWN.of("instalments"));
            }
            return;
        }
        if (instalments.isEmpty()) {
            if (draft.status != null && draft.status.isDisbursed()) {
                errors.add(LoanFlaw.INSTALMENTS_MISSING.of("instalments"));
            }
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean areAmounts = true;
        for (int i = 0; i < instalments.size(); i++) {
            String field = "instalments[" + i + "]";
            var one = instalments.get(i);
            Flaws.date(errors, field + ".dueOn", one.dueOn());
            Flaws.order(errors, startField(), start(), field + ".dueOn", one.dueOn());
            Flaws.order(errors, "rescheduledOn", draft.rescheduledOn, field + ".dueOn", one.dueOn());
            if (i > 0 && one.dueOn().isBefore(instalments.get(i - 1).dueOn())) {
                errors.add(LoanFlaw.INSTALMENTS_ORDER.of(field + ".dueOn"));
            }
            areAmounts &= Flaws.amount(errors, field + ".interest", one.interest());
            areAmounts &= Flaws.amount(errors, field + ".principal", one.principal());
            sum = areAmounts ? sum.add(one.principal()) : sum;
        }
        if (areAmounts && draft.rescheduledOn == null) {
            checkSum(sum);
        }
    }

    /** The instalments return the loan, or what was handed over of it so far. Rescheduled ones return what was left. */
    private void checkSum(BigDecimal sum) {
        BigDecimal handedOver = LoanDraft.all(draft.disbursements).stream()
                .map(Disbursement::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (draft.principal != null && sum.compareTo(draft.principal) != 0 && sum.compareTo(handedOver) != 0) {
            errors.add(LoanFlaw.INSTALMENTS_SUM.of("instalments", draft.principal, sum));
        }
    }

    private void checkReported() {
        var reported = draft.reported;
        if (reported == null) {
            return;
        }
        Flaws.date(errors, "reported.on", reported.on());
        Flaws.order(errors, "approvedOn", draft.approvedOn, "reported.on", reported.on());
        reported.daysPastDue()
                .filter(days -> days < 0 || days > MOST_DAYS_PAST_DUE)
                .ifPresent(days -> errors.add(LoanFlaw.NUMBER_RANGE.of("reported.daysPastDue", 0, MOST_DAYS_PAST_DUE)));
        reported.principal().ifPresent(amount -> Flaws.amount(errors, "reported.principal", amount));
        reported.interest().ifPresent(amount -> Flaws.amount(errors, "reported.interest", amount));
        reported.overduePrincipal().ifPresent(amount -> Flaws.amount(errors, "reported.overduePrincipal", amount));
        reported.overdueInterest().ifPresent(amount -> Flaws.amount(errors, "reported.overdueInterest", amount));
        reported.penalty().ifPresent(amount -> Flaws.amount(errors, "reported.penalty", amount));
        reported.writtenOff().ifPresent(amount -> Flaws.amount(errors, "reported.writtenOff", amount));
    }
}
