package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the test comes to. Whatever could be reckoned is there, also where the whole is not known.
 *
 * @param perCapita tenge a month, to the tiyn
 * @param line tenge a month
 * @param room tenge of the quarter that all members together could earn more before the line is passed; negative: it is
 * @param amount tenge a month without the supplement
 * @param supplement tenge a month for all children of one to six years
 * @param kind what is to be recommended; only with a right
 * @param ground why it is refused
 * @param blockedUntil the first day on which one may apply again
 * @param missing what is not known
 * @param lines how it was reckoned
 */
public record TestResult(
        Outcome outcome,
        Law law,
        int members,
        Optional<BigDecimal> perCapita,
        Optional<BigDecimal> line,
        Optional<BigDecimal> room,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> supplement,
        Optional<Kind> kind,
        Optional<RefusalGround> ground,
        Optional<LocalDate> blockedUntil,
        List<Missing> missing,
        List<TestLine> lines) {

    public TestResult {
        missing = List.copyOf(missing);
        lines = List.copyOf(lines);
    }

    /** How it ends. */
    public enum Outcome {
        /** There is a right, perhaps to 0 tenge. */
        ENTITLED,
        /** The income is above the line. */
        ABOVE_LINE,
        /** An officer has recorded a ground of refusal that holds. */
        REFUSED,
        /** Something is missing; nothing is recommended. */
        NOT_KNOWN
    }

    /** The two kinds of assistance. */
    public enum Kind {
        CONDITIONAL,
        UNCONDITIONAL
    }

    public boolean isEntitled() {
        return outcome == Outcome.ENTITLED;
    }

    /** Tenge a month with the supplement; empty unless there is a right. */
    public Optional<BigDecimal> monthly() {
        return isEntitled() ? amount.flatMap(assistance -> supplement.map(assistance::add)) : Optional.empty();
    }
}
