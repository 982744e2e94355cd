package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestResult.Outcome;
import kz.ruralincome.domain.shared.Quarter;

/**
 * A page of a review.
 *
 * @param quarter which one; the last there is
 * @param reviewedOn the business date of its last run
 * @param counts households of the territory by change, whatever change is asked for
 * @param next the household after which the next page begins; empty on the last one
 */
public record ReviewListing(
        Quarter quarter,
        LocalDate reviewedOn,
        OffsetDateTime reviewedAt,
        Map<ReviewChange, Integer> counts,
        List<Row> items,
        Optional<Integer> next) {

    public ReviewListing {
        counts = Map.copyOf(counts);
        items = List.copyOf(items);
    }

    /** How many households were reviewed. */
    public int households() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * A household.
     *
     * @param place the KATO unit where it lived on the first day of the quarter
     * @param assigned tenge a month by the last spell of assistance
     * @param monthly tenge a month by the test, with the supplement
     * @param missing codes of what is not known
     */
    public record Row(
            int household,
            String number,
            Optional<Integer> place,
            int members,
            Optional<BigDecimal> assigned,
            Outcome outcome,
            Optional<BigDecimal> monthly,
            List<String> missing,
            Optional<Outcome> previousOutcome,
            Optional<BigDecimal> previousMonthly,
            ReviewChange change) {}
}
