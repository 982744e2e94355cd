package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestResult.Outcome;

/** What a review found against the one before. */
public enum ReviewChange {
    /** A right, and no amount of an earlier review to compare it with. */
    FIRST("first"),
    SAME("same"),
    UP("up"),
    DOWN("down"),
    /** The income is above the line. */
    NO_LONGER("noLonger"),
    /** A recorded ground of refusal holds. */
    REFUSED("refused"),
    NOT_KNOWN("notKnown");

    private final String count;

    ReviewChange(String count) {
        this.count = count;
    }

    /** What it is called among the counts of a run. */
    String count() {
        return count;
    }

    /** @param previous tenge a month with the supplement, by the review before */
    static ReviewChange of(TestResult result, Optional<BigDecimal> previous) {
        if (result.outcome() == Outcome.ABOVE_LINE) {
            return NO_LONGER;
        }
        if (result.outcome() == Outcome.REFUSED) {
            return REFUSED;
        }
        if (!result.isEntitled()) {
            return NOT_KNOWN;
        }
        if (previous.isEmpty()) {
            return FIRST;
        }
        int difference = result.monthly().orElseThrow().compareTo(previous.get());
        return difference == 0 ? SAME : difference > 0 ? UP : DOWN;
    }
}
