package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest;

/** Some loads, newest first, and where the next older ones begin. */
public record LoadPage(List<Load> items, Optional<String> next) {

    static LoadPage of(List<Load> found, int size) {
        if (found.size() <= size) {
            return new LoadPage(found, Optional.empty());
        }
        List<Load> page = found.subList(0, size);
        return new LoadPage(page, Optional.of(Long.toString(page.get(size - 1).seq())));
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
