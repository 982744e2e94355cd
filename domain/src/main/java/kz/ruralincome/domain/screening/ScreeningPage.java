package kz.ruralincome.domain.screening;

import java.util.List;
import java.util.Optional;

/**
 * Some of the screenings, the newest first.
 *
 * @param count how many there are in all
 * @param next where the next page begins; empty on the last one
 */
public record ScreeningPage(List<ScreeningSummary> items, long count, Optional<Long> next) {}
