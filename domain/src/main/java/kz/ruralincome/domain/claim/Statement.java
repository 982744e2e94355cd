package kz.ruralincome.domain.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One number of a claim, with what it is said to be. */
public sealed interface Statement {

    /** The number as printed. */
    String printed();

    /** The other numbers that it names, as printed. */
    default List<String> terms() {
        return List.of();
    }

    /** Of what place it is, where it says so: a KATO code or {@code none}. */
    default Optional<String> territory() {
        return Optional.empty();
    }

    /** The days that it names. */
    default List<LocalDate> days() {
        return List.of();
    }

    /**
     * The value of an indicator.
     *
     * @param indicator its code
     * @param territory a KATO code; empty: everyone whom the reader may see
     */
    record Value(String indicator, LocalDate asOf, Optional<String> territory, String printed) implements Statement {

        @Override
        public List<LocalDate> days() {
            return List.of(asOf);
        }
    }

    /** The value of an indicator on one date less that on an earlier one. */
    record Change(String indicator, LocalDate from, LocalDate to, Optional<String> territory, String printed)
            implements Statement {

        @Override
        public List<LocalDate> days() {
            return List.of(from, to);
        }
    }

    /**
     * A share in percent.
     *
     * @param whole empty: it was not said of what
     */
    record Percent(String part, Optional<String> whole, String printed) implements Statement {

        @Override
        public List<String> terms() {
            return Stream.concat(Stream.of(part), whole.stream()).toList();
        }
    }

    /** A whole that is said to be the sum of its parts. */
    record Sum(List<String> parts, String printed) implements Statement {

        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public List<String> terms() {
            return parts;
        }
    }
}
