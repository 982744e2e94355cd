package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A loan of any kind, by chance, over some two years: all that can happen to one happens to some. */
final class RandomLoan {

    static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2024, 12, 31);

    final LoanTerms terms;
    final List<RepaymentPlan> plans;
    final Optional<LocalDate> writtenOffOn;
    final List<Repayment> repayments = new ArrayList<>();
    final WorkingDays workingDays;
    final List<AllotmentStep> order = new ArrayList<>(AllotmentStep.USUAL);

    private final Random random;

    RandomLoan(long seed) {
        this.random = new Random(seed);
        var draft = LoanFixture.draft();
        draft.approvedOn = FIRST_DAY;
        draft.disbursedOn = FIRST_DAY.plusDays(random.nextInt(40));
        draft.principal = tiyn(1 + random.nextInt(random.nextBoolean() ? 5_000 : 500_000_000));
        draft.disbursements = random.nextInt(3) == 0 ? tranches(draft) : List.of();
        draw(draft);
        List<RepaymentPlan> said = RepaymentPlan.after(List.of(), draft.terms());
        for (LocalDate on : days(random.nextInt(3), draft.disbursedOn, 300)) {
            draft.rescheduledOn = on;
            draw(draft);
            draft.termMonths = 12 + random.nextInt(12);
            said = RepaymentPlan.after(said, draft.terms());
        }
        if (random.nextInt(4) == 0) {
            draft.status = random.nextBoolean() ? LoanStatus.REPAID : LoanStatus.WRITTEN_OFF;
            draft.closedOn = LocalDate.of(2022, 12, 1).plusDays(random.nextInt(300));
        }
        if (random.nextBoolean()) {
            var none = Optional.<BigDecimal>empty();
            LocalDate on = draft.disbursedOn.plusDays(random.nextInt(400));
            var penalty = Optional.of(tiyn(random.nextInt(50_000)));
            draft.reported = new Reported(on, Optional.empty(), none, none, none, none, penalty, none);
        }
        if (random.nextBoolean()) {
            Collections.shuffle(order, random);
        }
        this.terms = draft.terms();
        this.plans = said;
        this.writtenOffOn = draft.status == LoanStatus.REPAID && random.nextBoolean()
                ? Optional.of(draft.closedOn.plusDays(5 - random.nextInt(200)))
                : Optional.empty();
        this.workingDays = new WorkingDays(someDays(60), someDays(200));
        addRepayments();
    }

    private void draw(LoanDraft draft) {
        draft.annualRate = random.nextInt(4) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(4000), 2);
        draft.termMonths = 1 + random.nextInt(18);
        draft.graceMonths = random.nextBoolean() ? 0 : random.nextInt(draft.termMonths);
        draft.schedule = ScheduleKind.values()[random.nextInt(3)];
        draft.instalments = List.of();
        if (draft.schedule == ScheduleKind.OWN) {
            draft.instalments = instalments(draft);
        }
    }

    private List<Instalment> instalments(LoanDraft draft) {
        LocalDate first = draft.rescheduledOn == null ? draft.disbursedOn : draft.rescheduledOn;
        List<Instalment> instalments = new ArrayList<>();
        long left = draft.principal.movePointRight(2).longValueExact();
        if (draft.rescheduledOn != null) {
            left = left / 3;
        }
        for (int months = 1; left > 0; months += 1 + random.nextInt(4)) {
            long principal = months > 15 ? left : Math.min(left, random.nextInt(3) == 0 ? 0 : left / 3 + 1);
            left -= principal;
            instalments.add(
                    new Instalment(first.plusMonths(months), tiyn(principal), tiyn(random.nextInt(3) * (left / 90))));
        }
        return instalments.isEmpty() ? List.of(new Instalment(first.plusMonths(3), tiyn(0), tiyn(10))) : instalments;
    }

    private List<Disbursement> tranches(LoanDraft draft) {
        long whole = draft.principal.movePointRight(2).longValueExact();
        if (whole < 2) {
            return List.of();
        }
        long first = 1 + (long) (random.nextDouble() * (whole - 1));
        LocalDate later = random.nextBoolean()
                ? draft.disbursedOn.plusMonths(1 + random.nextInt(3))
                : draft.disbursedOn.plusDays(1 + random.nextInt(150));
        return List.of(new Disbursement(draft.disbursedOn, tiyn(first)), new Disbursement(later, tiyn(whole - first)));
    }

    private void addRepayments() {
        long share = Math.max(1, terms.principal().movePointRight(2).longValueExact() / 12);
        for (LocalDate day : days(random.nextInt(16), terms.disbursedOn().orElseThrow(), 700)) {
            LocalDate on = random.nextInt(3) == 0 ? dueDateNear(day) : day;
            long amount = 1 + (long) (random.nextDouble() * share * (random.nextInt(5) == 0 ? 4 : 1.3));
            Optional<Parts> parts = Optional.empty();
            if (random.nextInt(3) == 0) {
                long interest = Math.min(amount, (long) (random.nextDouble() * share / 5));
                long penalty = random.nextInt(3) == 0 ? (amount - interest) / 4 : 0;
                parts = Optional.of(new Parts(tiyn(amount - interest - penalty), tiyn(interest), tiyn(penalty)));
            }
            repayments.add(new Repayment(
                    "P" + random.nextInt(1_000_000),
                    new RepaymentTerms(on, tiyn(amount), parts),
                    random.nextInt(8) == 0));
        }
    }

    private LocalDate dueDateNear(LocalDate day) {
        LocalDate start = terms.disbursedOn().orElseThrow();
        return start.plusMonths(java.time.temporal.ChronoUnit.MONTHS.between(start, day));
    }

    private Set<LocalDate> days(int count, LocalDate after, int within) {
        Set<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            days.add(after.plusDays(random.nextInt(within)));
        }
        return days;
    }

    private Set<LocalDate> someDays(int count) {
        return new HashSet<>(days(count, FIRST_DAY, 1000));
    }

    private static BigDecimal tiyn(long tiyn) {
        return BigDecimal.valueOf(tiyn, 2);
    }

    LoanLedger ledger() {
        return LoanLedger.of(terms, plans, writtenOffOn, repayments, workingDays, order);
    }
}
