package kz.ruralincome.domain.claim;

import static java.math.RoundingMode.DOWN;
import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What becomes of a printed number beside the program's own. */
public enum Verdict {
    /** Both are the same. */
    MATCH,
    /** Ours, rounded half up to the printed place, is the printed one. */
    ROUNDED,
    /** Ours, cut off at the printed place, is the printed one. */
    TRUNCATED,
    MISMATCH,
    /** The program has no value of its own. */
    NOT_KNOWN;

    static Verdict of(BigDecimal ours, PublishedNumber printed) {
        if (ours.compareTo(printed.value()) == 0) {
            return MATCH;
        }
        if (to(printed.unit(), ours, HALF_UP).compareTo(printed.value()) == 0) {
            return ROUNDED;
        }
        return to(printed.unit(), ours, DOWN).compareTo(printed.value()) == 0 ? TRUNCATED : MISMATCH;
    }

    /** The number at the place of the unit. */
    static BigDecimal to(BigDecimal unit, BigDecimal number, RoundingMode mode) {
        return number.divide(unit, 0, mode).multiply(unit);
    }
}
