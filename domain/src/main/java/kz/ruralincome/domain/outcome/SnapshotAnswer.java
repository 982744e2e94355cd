package kz.ruralincome.domain.outcome;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.shared.Rules;

/**
 * What was kept of a territory in a month, held against what is known now.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param now the moment as of which the facts were read to be held against it
 * @param movement who moved in the month before; empty: not kept of this territory
 * @param lists that came in since
 */
public record SnapshotAnswer(
        Snapshot snapshot,
        Optional<String> territory,
        OffsetDateTime now,
        Optional<OffsetDateTime> freshAsOf,
        List<SnapshotLine> items,
        Optional<MovementMatrix> movement,
        Set<String> lists) {

    /** The lines that are other figures now. */
    public List<SnapshotLine> restated() {
        return items.stream().filter(SnapshotLine::isRestated).toList();
    }

    /** Whether the definitions have changed since. */
    public boolean hasOtherRules() {
        return !snapshot.rules().equals(Rules.VERSION);
    }
}
