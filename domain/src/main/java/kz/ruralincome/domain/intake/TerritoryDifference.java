package kz.ruralincome.domain.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What one row of a list of territories would change.
 *
 * @param row its number in the file
 * @param from the day from which it would hold; {@link LocalDate#MIN}: always
 * @param before of a name or a removal the names, of a move the code of the unit above, of an end the first day after;
 *     empty: there was none
 */
public record TerritoryDifference(
        long row, Kind kind, int kato, LocalDate from, Optional<String> before, Optional<String> after) {

    /** In what a unit would differ. */
    public enum Kind {
        NEW,
        RENAMED,
        MOVED,
        ENDED,
        /** A row of an earlier list is taken back. */
        REMOVED
    }

    /** The code of nine digits. */
    public String code() {
        return "%09d".formatted(kato);
    }

    /** Whether it would hold since always. */
    public boolean isAlways() {
        return from.equals(LocalDate.MIN);
    }
}
