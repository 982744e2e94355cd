package kz.ruralincome.domain.intake;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * One file that came in, and what became of it.
 *
 * <p>It is received, runs as soon as those before it are at rest, and ends done or failed; or it waits, held, until
 * somebody takes responsibility for it. What a load did may be withdrawn. Its rows are accepted, unchanged or rejected.
 *
 * @param seq the order of receipt
 * @param accountUnit the territory of the account that loaded it
 * @param progress percent, while it runs
 * @param ofForm whether a form of the pages has made it
 * @param ended spells that a snapshot ended
 */
public record Load(
        UUID id,
        long seq,
        String list,
        LoadState state,
        Optional<String> heldBecause,
        LoadOptions options,
        String account,
        Optional<Integer> accountUnit,
        Optional<String> fileName,
        String mediaType,
        long fileSize,
        OffsetDateTime receivedAt,
        Optional<OffsetDateTime> endedAt,
        int progress,
        long rows,
        long accepted,
        long unchanged,
        long rejected,
        long skipped,
        long ended,
        long corrected,
        Optional<Long> revision,
        Optional<String> withdrawnBy,
        boolean ofForm,
        LoadOrigin origin) {

    /** The territory that the load is about; empty: the whole register. */
    public Optional<Integer> territory() {
        return accountUnit.isPresent() || !options.isSnapshot() ? accountUnit : Optional.ofNullable(options.unit());
    }
}
