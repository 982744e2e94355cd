package kz.ruralincome.domain.trail;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the audit trail.
 *
 * @param person whom it showed, where it showed one
 * @param details JSON with the circumstances, without an IIN or a name
 * @param outcome of a call of a machine: the status of the answer
 * @param latencyMillis of a call of a machine
 */
public record TrailLine(
        long id,
        OffsetDateTime at,
        String account,
        String action,
        Optional<UUID> person,
        Optional<String> details,
        Optional<String> outcome,
        Optional<Integer> latencyMillis) {

    TrailPlace place() {
        return new TrailPlace(at, id);
    }
}
