package kz.ruralincome.domain.assistance;

import kz.ruralincome.domain.assistance.TestResult.Kind;
import kz.ruralincome.domain.assistance.TestResult.Outcome;

/** What an officer decides. */
public enum Verdict {
    CONDITIONAL,
    UNCONDITIONAL,
    REFUSED;

    /** Whether it is what the test recommends; false where it recommends nothing. */
    public boolean follows(TestResult test) {
        return switch (this) {
            case CONDITIONAL -> test.kind().filter(Kind.CONDITIONAL::equals).isPresent();
            case UNCONDITIONAL -> test.kind().filter(Kind.UNCONDITIONAL::equals).isPresent();
            case REFUSED -> test.outcome() == Outcome.ABOVE_LINE || test.outcome() == Outcome.REFUSED;
        };
    }
}
