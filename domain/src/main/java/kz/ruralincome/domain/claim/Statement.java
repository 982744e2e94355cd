package kz.ruralincome.domain.claim;

import java.time.LocalDate;
import java.util.Optional;

/** One number of a claim, with what it is said to be. */
public sealed interface Statement {

    /** The number as printed. */
    String printed();

    /**
     * The value of an indicator.
     *
     * @param indicator its code
     * @param territory a KATO code; empty: everyone whom the reader may see
     */
    record Value(String indicator, LocalDate asOf, Optional<String> territory, String printed) implements Statement {}

    /** The value of an indicator on one date less that on an earlier one. */
    record Change(String indicator, LocalDate from, LocalDate to, Optional<String> territory, String printed)
            implements Statement {}

    /**
     * A share in percent.
     *
     * @param whole empty: it was not said of what
     */
    record Percent(String part, Optional<String> whole, String printed) implements Statement {}
}
