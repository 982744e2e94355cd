package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A month whose figures are kept.
 *
 * @param month its first day, of which the figures are
 * @param asKnownOn the moment as of which the facts were read
 * @param rules the version of the definitions by which they were counted
 * @param businessDate on which they were kept
 */
public record Snapshot(
        LocalDate month, OffsetDateTime asKnownOn, String rules, LocalDate businessDate, OffsetDateTime madeAt) {}
