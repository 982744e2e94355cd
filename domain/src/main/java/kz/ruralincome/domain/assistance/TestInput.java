package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of an application when it is tested.
 *
 * @param appliedOn its day
 * @param region the KATO unit whose line counts; empty: it is not known where the household lives
 * @param grounds what officers have recorded against it, up to the end of the quarter of that day
 */
public record TestInput(
        LocalDate appliedOn,
        Optional<Integer> region,
        List<Member> members,
        Circumstances circumstances,
        List<Ground> grounds) {

    public TestInput {
        members = List.copyOf(members);
        grounds = List.copyOf(grounds);
    }

    /** The same with what the officer has seen. */
    TestInput with(Circumstances seen) {
        return new TestInput(appliedOn, region, members, seen, grounds);
    }

    /**
     * A member of the household.
     *
     * @param relation as in the list of members
     * @param sex {@code M} or {@code F}
     * @param incomes tenge of the whole quarter before, by kind; empty: nothing is recorded of them
     */
    public record Member(
            String relation, Optional<LocalDate> born, Optional<String> sex, Map<String, BigDecimal> incomes) {

        public Member {
            incomes = Map.copyOf(incomes);
        }

        BigDecimal income() {
            return incomes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * What no list tells, and the officer has seen in documents.
     *
     * @param unable members of working age who cannot work: disability of group 1 or 2, illness of more than two months
     * @param onlyCarer the only able-bodied member cares for a child under three, a disabled or an old person
     */
    public record Circumstances(int unable, boolean onlyCarer) {

        public static final Circumstances NONE = new Circumstances(0, false);
    }

    /** A recorded ground of refusal. */
    public record Ground(RefusalGround kind, LocalDate on) {}
}
