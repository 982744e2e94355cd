package kz.ruralincome.domain.intake;

import java.util.UUID;

/**
 * How a load ended and what it counted.
 *
 * @param heldBecause why it waits, while HELD
 * @param mapping the remembered mapping that its headings were read with; null: none
 * @param revision the revision of the facts that it wrote; null when it wrote none
 */
public record LoadResult(
        LoadState state,
        String heldBecause,
        long rows,
        long accepted,
        long unchanged,
        long rejected,
        long skipped,
        long ended,
        long corrected,
        Long revision,
        UUID mapping) {

    static LoadResult failed() {
        return new LoadResult(LoadState.FAILED, null, 0, 0, 0, 0, 0, 0, 0, null, null);
    }
}
