package kz.ruralincome.domain.outcome;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.MovementMatrix;

/**
 * What was kept of a territory in a month, held against what is known now.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param now the moment as of which the facts were read to be held against it
 * @param movement who moved in the month before; empty: not kept of this territory
 */
public record SnapshotAnswer(
        Snapshot snapshot,
        Optional<String> territory,
        OffsetDateTime now,
        Optional<OffsetDateTime> freshAsOf,
        List<SnapshotLine> items,
        Optional<MovementMatrix> movement) {}
