package kz.ruralincome.domain.claim;

import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.OutcomeAnswer;

/**
 * Some claims, judged.
 *
 * @param basis what the judgements rest on: their moment and freshness
 * @param next where the next page begins; empty on the last one
 */
public record ClaimPage(List<CheckedClaim> items, OutcomeAnswer<?> basis, Optional<String> next) {}
