package kz.ruralincome.domain.assignment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;

/**
 * Something that is to be done, as it stood at some moment.
 *
 * @param unit the KATO unit that it is about
 * @param dueOn the last day in time
 * @param last how it came to stand as it does
 * @param answer what the owner reported last
 */
public record Assignment(
        int number,
        String text,
        Owner owner,
        int unit,
        LocalDate dueOn,
        String givenBy,
        OffsetDateTime givenAt,
        Source source,
        Step last,
        Optional<String> answer) {

    /** Who answers for it: an account, or an office that nobody signs in for. */
    public record Owner(String name, boolean isAccount) {

        boolean is(String account) {
            return isAccount && name.equals(account);
        }
    }

    /** Where it comes from: a kept report, a figure, both or neither. */
    public record Source(Optional<Integer> report, Optional<Figure> figure) {

        public static final Source NONE = new Source(Optional.empty(), Optional.empty());
    }

    /**
     * A figure of the register.
     *
     * @param indicator its code
     * @param territory a KATO code or {@code none}; empty: everyone
     */
    public record Figure(String indicator, LocalDate asOf, Optional<String> territory) {}

    /**
     * A move of it, which stays as it was made.
     *
     * @param nth counted from 1, which gave it
     * @param words the answer, or why
     */
    public record Step(int nth, AssignmentState state, String by, OffsetDateTime at, Optional<String> words) {}

    public AssignmentState state() {
        return last.state();
    }

    /** Whether the owner is late on that day. */
    public boolean isOverdue(LocalDate day) {
        return state().waitsForOwner() && dueOn.isBefore(day);
    }

    /** What the caller may do with it next. */
    public List<AssignmentState> stepsFor(Access caller) {
        return Arrays.stream(AssignmentState.values())
                .filter(next -> state().mayBecome(next) && isUpTo(caller, next))
                .toList();
    }

    /** Whether it is the caller's to bring it into that state, whatever it is in now. */
    boolean isUpTo(Access caller, AssignmentState next) {
        return next.isOfOwner() && owner.isAccount() ? owner.is(caller.account()) : isJudgedBy(caller);
    }

    private boolean isJudgedBy(Access caller) {
        return caller.account().equals(givenBy) || caller.administers() && !owner.is(caller.account());
    }
}
