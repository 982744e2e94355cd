package kz.ruralincome.domain.quality;

import java.util.List;
import java.util.Optional;

/**
 * Some of the findings, those found last first.
 *
 * @param next where the next page begins; empty on the last one
 */
public record FindingPage(List<Finding> items, Optional<String> next) {

    public FindingPage {
        items = List.copyOf(items);
    }
}
