package kz.ruralincome.domain.shared;

import java.util.List;
import java.util.Optional;

/**
 * What a page of a list shows. The list is asked for one more than that, so that it is known whether more follow.
 *
 * @param goesOnAfter the last one shown, after which the next page begins; empty on the last page
 */
public record Slice<T>(List<T> items, Optional<T> goesOnAfter) {

    /** The first of what was found, {@code size} at most. */
    public static <T> Slice<T> of(List<T> found, int size) {
        return found.size() > size
                ? new Slice<>(found.subList(0, size), Optional.of(found.get(size - 1)))
                : new Slice<>(found, Optional.empty());
    }
}
