package kz.ruralincome.domain.trail;

import java.util.List;
import java.util.Optional;

/**
 * Some lines of the trail, the newest first.
 *
 * @param next where the next page begins; empty on the last one
 */
public record TrailPage(List<TrailLine> items, Optional<String> next) {

    public TrailPage {
        items = List.copyOf(items);
    }
}
