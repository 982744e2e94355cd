package kz.ruralincome.domain.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The mappings of headings that hold for one load, found by their fingerprints.
 *
 * @param given values for this file alone
 */
public record RememberedHeadings(Map<String, HeadingMapping> byFingerprint, Map<String, String> given) {

    static final RememberedHeadings NONE = new RememberedHeadings(Map.of(), Map.of());

    /** @param nearestFirst of two mappings of the same headings the first holds */
    static RememberedHeadings of(List<HeadingMapping> nearestFirst, Map<String, String> given) {
        Map<String, HeadingMapping> mappings = new HashMap<>();
        nearestFirst.forEach(mapping -> mappings.putIfAbsent(HeadingMapping.fingerprint(mapping.headings()), mapping));
        return new RememberedHeadings(mappings, given);
    }

    /** What a row means by a remembered mapping, if it is one that somebody has mapped. */
    Optional<Headings> read(String[] row) {
        if (byFingerprint.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byFingerprint.get(HeadingMapping.fingerprint(HeadingMapping.headingsOf(row))))
                .map(mapping -> headings(mapping, row.length));
    }

    private Headings headings(HeadingMapping mapping, int width) {
        Map<String, String> values = new LinkedHashMap<>(mapping.given());
        values.putAll(given);
        List<String> open = mapping.asked().stream()
                .filter(column -> !values.containsKey(column))
                .toList();
        if (!open.isEmpty()) {
            throw FileRefused.at(open.get(0), "mapping.asks", String.join(", ", open));
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>(mapping.columns());
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                places.putIfAbsent(columns.get(i), i);
            }
        }
        values.keySet().removeAll(places.keySet());
        return new Headings(places, List.of(), null, width, values, mapping.id());
    }
}
