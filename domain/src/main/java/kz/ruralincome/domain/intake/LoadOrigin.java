package kz.ruralincome.domain.intake;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How a load came in.
 *
 * @param byPage whether remembered mappings of headings hold for it; what programs send is read by the contract alone
 * @param mapping the mapping of headings that it is to be read with, or was
 * @param given values for the whole file beside the mapping, by column
 * @param mends the load whose file, or whose rejected rows, it sends once more
 */
public record LoadOrigin(boolean byPage, Optional<UUID> mapping, Map<String, String> given, Optional<UUID> mends) {

    public static final LoadOrigin PROGRAM = new LoadOrigin(false, Optional.empty(), Map.of(), Optional.empty());

    public static final LoadOrigin PAGE = new LoadOrigin(true, Optional.empty(), Map.of(), Optional.empty());

    public LoadOrigin {
        given = Map.copyOf(given);
    }

    /** The same file once more, read as it was: without a mapping if there was none. */
    LoadOrigin asRead() {
        return new LoadOrigin(byPage && mapping.isPresent(), mapping, given, mends);
    }

    /** The whole file of a load once more, its headings mapped. */
    static LoadOrigin mapped(UUID mapping, Map<String, String> given, UUID load) {
        return new LoadOrigin(true, Optional.of(mapping), given, Optional.of(load));
    }

    /** Rows of a load that were mended. */
    static LoadOrigin mending(UUID load) {
        return new LoadOrigin(false, Optional.empty(), Map.of(), Optional.of(load));
    }
}
