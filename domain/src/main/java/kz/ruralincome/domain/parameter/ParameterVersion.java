package kz.ruralincome.domain.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A value from a day on, until the next of its name and territory.
 *
 * @param unit the region that it is of (KATO); empty: the whole country
 * @param recordedBy the account
 * @param supersededAt since when another stands in its place, or none; empty: it stands
 */
public record ParameterVersion(
        ParameterName name,
        Optional<Integer> unit,
        LocalDate from,
        BigDecimal value,
        Optional<String> document,
        OffsetDateTime recordedAt,
        String recordedBy,
        Optional<OffsetDateTime> supersededAt,
        Optional<String> supersededBy) {}
