package kz.ruralincome.domain.quality;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How many findings there are: as many as the list of the kind and the state holds.
 *
 * @param asOf the day for which the last run has looked; empty: none has yet
 */
public record FindingCounts(Map<FindingKind, Map<FindingState, Integer>> counts, Optional<LocalDate> asOf) {

    public int of(FindingKind kind, FindingState state) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(state, 0);
    }

    /** Of all kinds together. */
    public int of(FindingState state) {
        return counts.values().stream()
                .mapToInt(ofKind -> ofKind.getOrDefault(state, 0))
                .sum();
    }
}
