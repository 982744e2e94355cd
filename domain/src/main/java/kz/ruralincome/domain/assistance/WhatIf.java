package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestResult.Outcome;

/**
 * What a loan would bring a household, before it is taken.
 *
 * @param heads so many of the animal; empty: none
 * @param norm tenge that one of them brings in a quarter by norm
 * @param document the act of the akimat that sets the norm
 * @param monthly tenge of other income a month
 * @param loan tenge that are lent, if they are to be asked about
 */
public record WhatIf(
        Animal animal,
        Optional<Integer> heads,
        Optional<BigDecimal> norm,
        Optional<String> document,
        Optional<BigDecimal> monthly,
        Optional<BigDecimal> loan) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(3);

    /** What it means for the right. */
    public enum Change {
        KEEPS,
        ENDS,
        NO_RIGHT_BEFORE,
        NOT_KNOWN
    }

    /**
     * The answer.
     *
     * @param with the test with the supposed income
     * @param distance tenge a head and month that are left up to the line; negative: by so much it is passed
     * @param mostHeads with how many of the animal, all else being as supposed, the right would just be kept
     * @param missing what is not known
     */
    public record Answer(
            Change change,
            TestResult with,
            Optional<BigDecimal> distance,
            Optional<BigDecimal> mostHeads,
            List<Missing> missing) {}

    /** Whether anything is supposed. */
    public boolean isEmpty() {
        return heads.isEmpty() && monthly.isEmpty() && loan.isEmpty();
    }

    /** @param before the test without it */
    Answer answer(TestInput input, TestResult before, Parameters parameters) {
        List<Missing> missing = new ArrayList<>();
        List<Supposed> supposed = supposed(input, parameters, missing);
        TestResult with = PovertyTest.of(input, parameters, supposed);
        missing.addAll(with.missing());
        if (missing.isEmpty()) {
            missing.addAll(before.missing()); // a right that nobody knows of does not end
        }
        var distance = with.room()
                .filter(room -> missing.isEmpty())
                .map(room -> Rounding.TIYN.of(room, 3L * input.members().size()));
        return new Answer(
                change(before, with, missing),
                with,
                distance,
                missing.isEmpty() ? mostHeads(with) : Optional.empty(),
                List.copyOf(missing));
    }

    private static Change change(TestResult before, TestResult with, List<Missing> missing) {
        if (before.outcome() == Outcome.ABOVE_LINE || before.outcome() == Outcome.REFUSED) {
            return Change.NO_RIGHT_BEFORE;
        }
        if (!missing.isEmpty()) {
            return Change.NOT_KNOWN;
        }
        return with.isEntitled() ? Change.KEEPS : Change.ENDS;
    }

    private List<Supposed> supposed(TestInput input, Parameters parameters, List<Missing> missing) {
        List<Supposed> supposed = new ArrayList<>();
        heads.ifPresent(number -> {
            if (norm.isEmpty() || document.isEmpty()) {
                missing.add(Missing.of("LIVESTOCK_NORM", animal.name()));
            } else {
                BigDecimal income = norm.get().multiply(BigDecimal.valueOf(number));
                supposed.add(new Supposed(
                        income,
                        TestLine.counted(
                                "supposed-livestock",
                                TestRule.LIVESTOCK,
                                income,
                                BigDecimal.valueOf(number),
                                norm.get(),
                                animal.name(),
                                document.get())));
            }
        });
        monthly.ifPresent(amount -> {
            BigDecimal income = amount.multiply(MONTHS);
            supposed.add(new Supposed(income, TestLine.counted("supposed-monthly", TestRule.INCOME, income, amount)));
        });
        loan.ifPresent(sum -> loan(sum, input, parameters, supposed, missing));
        return supposed;
    }

    private static void loan(
            BigDecimal sum, TestInput input, Parameters parameters, List<Supposed> supposed, List<Missing> missing) {
        var counted = parameters.inForce(Parameters.LOAN_IS_INCOME, input.appliedOn());
        if (counted.isEmpty()) {
            missing.add(Missing.of(Parameters.LOAN_IS_INCOME, input.appliedOn()));
            return;
        }
        boolean isIncome = counted.get().value().signum() != 0;
        BigDecimal income = isIncome ? sum : BigDecimal.ZERO;
        supposed.add(new Supposed(
                income,
                TestLine.counted(isIncome ? "supposed-loan" : "supposed-loan-not", TestRule.LOAN, income, sum)
                        .by(counted.get())));
    }

    /** The room with the supposed heads, and theirs; how many heads that makes. */
    private Optional<BigDecimal> mostHeads(TestResult with) {
        if (heads.isEmpty()
                || norm.filter(value -> value.signum() > 0).isEmpty()
                || with.room().isEmpty()) {
            return Optional.empty();
        }
        BigDecimal all = with.room().get().add(norm.get().multiply(BigDecimal.valueOf(heads.get())));
        return Optional.of(all).filter(room -> room.signum() >= 0).map(room -> room.divideToIntegralValue(norm.get())
                .setScale(0));
    }
}
