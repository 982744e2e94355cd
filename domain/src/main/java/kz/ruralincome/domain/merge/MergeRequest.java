package kz.ruralincome.domain.merge;

import java.util.Map;
import java.util.UUID;

/**
 * That somebody wants two records merged.
 *
 * @param choices whose facts hold, by the id of the line; one for each that asks
 * @param mark of the facts that were looked at
 * @param document that shows that both are one person
 */
public record MergeRequest(
        UUID kept, UUID merged, Map<String, Side> choices, String mark, String reason, String document) {}
