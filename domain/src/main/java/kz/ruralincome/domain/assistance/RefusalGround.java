package kz.ruralincome.domain.assistance;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** Why assistance is refused: Article 128 of the Social Code, items 1 to 6. */
public enum RefusalGround {
    /** Item 1, which the test itself finds. */
    INCOME_ABOVE_LINE,
    /** Item 2: the check at home was refused. Concerns the application of that quarter. */
    HOME_CHECK_REFUSED,
    /** Item 3: the commission's conclusion was negative. Concerns the application of that quarter. */
    COMMISSION_NEGATIVE,
    /** Item 4: an able-bodied member refused a measure of employment; for six months. */
    MEASURES_REFUSED,
    /** Item 5: an earlier social contract was broken off or breached by their fault; for six months. */
    CONTRACT_BREACHED,
    /** Item 6: knowingly false data. For how long is not known: the text at hand ends before it. */
    FALSE_DATA;

    private static final Period BLOCK = Period.ofMonths(6);

    /** Whether an officer records it. */
    public boolean isRecorded() {
        return this != INCOME_ABOVE_LINE;
    }

    /** Whether it refuses the application of its own quarter alone. */
    public boolean concernsOneApplication() {
        return this == HOME_CHECK_REFUSED || this == COMMISSION_NEGATIVE;
    }

    /** The first day on which one of that day no longer refuses; empty: the term is not known, or there is none. */
    public Optional<LocalDate> blocksUntil(LocalDate day) {
        return this == MEASURES_REFUSED || this == CONTRACT_BREACHED ? Optional.of(day.plus(BLOCK)) : Optional.empty();
    }
}
