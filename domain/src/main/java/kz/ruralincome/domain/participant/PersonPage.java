package kz.ruralincome.domain.participant;

import java.util.List;
import java.util.Optional;

/**
 * Some of the people found.
 *
 * @param next where the next page begins; empty on the last one
 */
public record PersonPage(List<ParticipantSummary> items, Optional<String> next) {}
