package kz.ruralincome.domain.screening;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A screening in a list.
 *
 * @param members how many people it names
 * @param seenOn the day of the visit, once finished
 */
public record ScreeningSummary(
        long number,
        UUID id,
        ScreeningState state,
        Optional<String> householdNo,
        Optional<Integer> unit,
        int members,
        Optional<LocalDate> seenOn,
        String changedBy,
        OffsetDateTime changedAt) {}
