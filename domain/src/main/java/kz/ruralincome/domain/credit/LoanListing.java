package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A page of the list of loans.
 *
 * @param next where the next page begins; empty on the last one
 * @param count how many loans there are, at most {@link #COUNTED}
 * @param asOf the day on which they stand so
 * @param freshAsOf the moment up to which the facts were read; empty when no run has ended yet
 */
public record LoanListing(
        List<LoanSummary> items, Optional<String> next, int count, LocalDate asOf, Optional<OffsetDateTime> freshAsOf) {

    /** Beyond so many loans it is only said that there are more. */
    public static final int COUNTED = 10_000;

    public LoanListing {
        items = List.copyOf(items);
    }

    /** Whether there are more than are counted. */
    public boolean isMoreThanCounted() {
        return count > COUNTED;
    }
}
