package kz.ruralincome.domain.shared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * What somebody with a linear program finds out about numbers that are withheld: he knows what is shown, that a withheld
 * number is not 0, and what adds up to what. The program of somebody else, so that ours is not believed itself.
 */
public final class Recovery {

    /** Per number: what is shown of it; empty: withheld. */
    private final List<Optional<Long>> numbers = new ArrayList<>();

    private final List<Long> least = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final SmallCellLimit limit;

    private record Sum(List<Integer> parts, int whole) {}

    public Recovery(SmallCellLimit limit) {
        this.limit = limit;
    }

    /** A number as it is shown; empty: withheld, and known not to be 0. */
    public int number(Optional<Long> shown) {
        numbers.add(shown);
        least.add(1L);
        return numbers.size() - 1;
    }

    /** A number of which nothing is said, not even that it is not 0. */
    public int unsaid() {
        int number = number(Optional.empty());
        least.set(number, 0L);
        return number;
    }

    public void addUp(List<Integer> parts, int whole) {
        sums.add(new Sum(List.copyOf(parts), whole));
    }

    /** The same, had one withheld number been shown. */
    public Recovery told(int number, long value) {
        var other = new Recovery(limit);
        other.numbers.addAll(numbers);
        other.least.addAll(least);
        other.sums.addAll(sums);
        other.numbers.set(number, Optional.of(value));
        return other;
    }

    public boolean isWithheld(int number) {
        return numbers.get(number).isEmpty();
    }

    /**
     * Whether a withheld number can be so much or more. Asked for as one more constraint: the solver tells whether there is a
     * solution reliably, but of two unknowns with equal columns the value of the other.
     */
    public boolean canBe(int number, long atLeast) {
        List<Integer> hidden = together(number);
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Sum sum : sums) {
            if (!hidden.contains(sum.whole()) && sum.parts().stream().noneMatch(hidden::contains)) {
                continue;
            }
            double[] row = new double[hidden.size()];
            double known = add(row, sum.whole(), -1, hidden);
            for (int part : sum.parts()) {
                known += add(row, part, 1, hidden);
            }
            if (Arrays.stream(row).anyMatch(factor -> factor != 0)) {
                constraints.add(new LinearConstraint(row, Relationship.EQ, -known));
            }
        }
        double[] wanted = new double[hidden.size()];
        wanted[hidden.indexOf(number)] = 1;
        constraints.add(new LinearConstraint(wanted, Relationship.GEQ, atLeast - least.get(number)));
        try {
            new SimplexSolver()
                    .optimize(
                            new MaxIter(100_000),
                            new LinearObjectiveFunction(new double[hidden.size()], 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MAXIMIZE,
                            new NonNegativeConstraint(true));
            return true;
        } catch (NoFeasibleSolutionException never) {
            return false;
        }
    }

    /** A withheld number with all others of which sums tell something about it. */
    private List<Integer> together(int number) {
        List<Integer> found = new ArrayList<>(List.of(number));
        for (int i = 0; i < found.size(); i++) {
            int one = found.get(i);
            sums.stream()
                    .filter(sum -> sum.whole() == one || sum.parts().contains(one))
                    .flatMap(sum -> Stream.concat(sum.parts().stream(), Stream.of(sum.whole())))
                    .filter(other -> isWithheld(other) && !found.contains(other))
                    .distinct()
                    .toList()
                    .forEach(found::add);
        }
        return found;
    }

    /** Unknowns are counted from their least; what is known of the number is given back. */
    private double add(double[] row, int number, int sign, List<Integer> hidden) {
        if (!isWithheld(number)) {
            return sign * numbers.get(number).get();
        }
        row[hidden.indexOf(number)] += sign;
        return sign * least.get(number);
    }

    /** Whether it is known to be small, or how much it is. */
    public boolean isExposed(int number, long truth) {
        return !isWithheld(number) || !canBe(number, Math.max(truth, limit.largest()) + 1);
    }
}
