package kz.ruralincome.domain.merge;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Iin;

/**
 * That one record was merged into another.
 *
 * @param id stands in addresses
 * @param kept the record that its facts stand on
 * @param mergedIin the IIN of the other
 * @param undone empty: it stands
 */
public record Merge(
        UUID id,
        UUID kept,
        Iin keptIin,
        Iin mergedIin,
        String reason,
        String document,
        String account,
        OffsetDateTime at,
        Optional<Undoing> undone) {

    /** That it was undone. */
    public record Undoing(String reason, String account, OffsetDateTime at) {}

    /** Without the IINs, for logs. */
    @Override
    public String toString() {
        return "Merge[" + id + "]";
    }
}
