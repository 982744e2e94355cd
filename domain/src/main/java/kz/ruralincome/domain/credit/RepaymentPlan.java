package kz.ruralincome.domain.credit;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By which rule a loan's instalments are made from a day on: from the beginning, or from a rescheduling. A day before a
 * rescheduling is aged by the plan before it, so a loan keeps one plan for each.
 *
 * @param from empty: from the disbursement
 * @param instalments the lender's own, when the schedule is {@code OWN}
 */
public record RepaymentPlan(
        Optional<LocalDate> from,
        ScheduleKind schedule,
        BigDecimal annualRate,
        int termMonths,
        int graceMonths,
        List<Instalment> instalments) {

    public RepaymentPlan {
        requireNonNull(from, "from");
        requireNonNull(schedule, "schedule");
        requireNonNull(annualRate, "annualRate");
        instalments = List.copyOf(instalments);
    }

    /** The plan that these terms make, from their rescheduling on if they have one. */
    public static RepaymentPlan of(LoanTerms terms) {
        return new RepaymentPlan(
                terms.rescheduledOn(),
                terms.schedule(),
                terms.annualRate(),
                terms.termMonths(),
                terms.graceMonths(),
                terms.instalments());
    }

    /**
     * The plans of a loan after new terms came: those that begin before the new one stand, all others make room for it.
     *
     * <p>So terms without a rescheduling are the only plan; a second rescheduling adds to the first; the same day again
     * corrects it. The first may begin with a rescheduling, when nothing was known of the loan before.
     */
    public static List<RepaymentPlan> after(List<RepaymentPlan> before, LoanTerms terms) {
        var plan = of(terms);
        return Stream.concat(before.stream().filter(plan::follows), Stream.of(plan))
                .toList();
    }

    /**
     * These plans with one from the disbursement on. When nothing was known of the loan before a rescheduling, the same
     * terms are supposed to have held before; a lender's own instalments do not reach back.
     */
    static List<RepaymentPlan> fromTheBeginning(List<RepaymentPlan> plans) {
        var first = plans.get(0);
        if (first.from.isEmpty()) {
            return plans;
        }
        var supposed = new RepaymentPlan(
                Optional.empty(), first.schedule, first.annualRate, first.termMonths, first.graceMonths, List.of());
        return Stream.concat(Stream.of(supposed), plans.stream()).toList();
    }

    /** Whether this plan takes the place of the other one on some day and leaves it the days before. */
    public boolean follows(RepaymentPlan other) {
        return from.isPresent() && (other.from.isEmpty() || other.from.get().isBefore(from.get()));
    }
}
