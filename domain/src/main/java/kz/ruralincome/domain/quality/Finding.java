package kz.ruralincome.domain.quality;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Iin;

/**
 * Something that may not fit together, as it is listed.
 *
 * @param person whom it is about; of a loan the borrower; empty: a household
 * @param other of two who are likely one person: the second
 * @param household its number
 * @param place the unit of the tree that is to look at it; empty: it is not known where
 * @param facts what it rests on
 * @param mark of these facts: an explanation holds for them alone
 * @param foundOn the business date on which it was found
 * @param endedAt since when it holds no more, or rests on other facts
 */
public record Finding(
        long id,
        FindingKind kind,
        FindingState state,
        Optional<Who> person,
        Optional<Who> other,
        Optional<String> household,
        Optional<Contract> loan,
        Optional<Integer> place,
        List<Fact> facts,
        String mark,
        LocalDate foundOn,
        Optional<OffsetDateTime> endedAt,
        Optional<Explanation> explanation) {

    public Finding {
        facts = List.copyOf(facts);
    }

    /** A person; the IIN is not told but for some digits. */
    public record Who(UUID id, String name, Iin iin) {

        /** Without the IIN and the name, for logs. */
        @Override
        public String toString() {
            return "Who[" + id + "]";
        }
    }

    /** A loan by its number and that of its contract. */
    public record Contract(long id, String number) {}

    /**
     * A fact that the finding rests on.
     *
     * @param list the list that it came with, or {@code birth-date}, {@code loans}
     * @param from empty: always
     * @param to the first day on which it no longer holds; empty: still running, or a day alone
     * @param value its kind or status, as coded
     * @param detail a source or number that goes with it
     */
    public record Fact(
            String list,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> value,
            Optional<String> detail) {}

    /** Why it is right as it is. */
    public record Explanation(String by, OffsetDateTime at, String reason) {}

    /** Without anything of a person, for logs. */
    @Override
    public String toString() {
        return "Finding[" + id + ", " + kind + ", " + state + "]";
    }
}
