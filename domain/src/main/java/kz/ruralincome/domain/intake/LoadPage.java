package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Slice;

/** Some loads, newest first, and where the next older ones begin. */
public record LoadPage(List<Load> items, Optional<String> next) {

    static LoadPage of(List<Load> found, int size) {
        Slice<Load> page = Slice.of(found, size);
        return new LoadPage(page.items(), page.goesOnAfter().map(load -> Long.toString(load.seq())));
    }

    static long place(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidRequest("cursor", "cursor.unknown");
        }
    }
}
