package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which column of a file holds which column of its list.
 *
 * @param given values for the whole file, of columns that it lacks
 * @param mapping the remembered mapping that says so; null: the headings say it themselves
 */
record Headings(
        Map<String, Integer> places,
        List<String> unknown,
        String twice,
        int width,
        Map<String, String> given,
        UUID mapping) {

    /** The heading row is among so many first rows. */
    static final int SEARCHED_ROWS = 20;

    private static final Map<String, Map<String, String>> NAMES = new HashMap<>();

    static {
        for (ListFormat format : ListCatalogue.all()) {
            Map<String, String> names = new HashMap<>();
            for (String heading : format.headings()) {
                Labels.ofColumn(format.name(), heading).forEach(label -> names.putIfAbsent(label, heading));
            }
            format.headings().forEach(heading -> names.put(heading, heading));
            NAMES.put(format.name(), names);
        }
    }

    /** Finds the heading row and leaves the sheet behind it. */
    static Headings find(SheetReader sheet, ListFormat format, boolean snapshot, RememberedHeadings remembered)
            throws IOException {
        Set<String> wanted = needed(format, snapshot, true);
        Headings best = null;
        String[] row;
        for (int i = 0; i < SEARCHED_ROWS && (row = sheet.next()) != null; i++) {
            Headings mapped = remembered.read(row).orElse(null);
            if (mapped != null) {
                mapped.demand(needed(format, snapshot, false));
                return mapped;
            }
            Headings here = of(format, row);
            if (here.places.keySet().containsAll(wanted)) {
                here.demand(needed(format, snapshot, false));
                return here;
            }
            if (best == null ? !isBlank(row) : here.places.size() > best.places.size()) {
                best = here;
            }
        }
        if (best != null) {
            best.demand(needed(format, snapshot, false));
        }
        throw FileRefused.because("file.empty");
    }

    private static boolean isBlank(String[] row) {
        return Arrays.stream(row).allMatch(String::isEmpty);
    }

    /** How many columns of the list a row names. */
    static int recognised(ListFormat format, String[] row) {
        Map<String, String> names = NAMES.get(format.name());
        return (int) Arrays.stream(row)
                .map(cell -> names.get(Labels.folded(cell)))
                .filter(name -> name != null)
                .distinct()
                .count();
    }

    static Set<String> needed(ListFormat format, boolean snapshot, boolean keysOnly) {
        Set<String> needed = new LinkedHashSet<>();
        format.columns().stream()
                .filter(c -> !c.mayLack() && (c.key() || !keysOnly))
                .filter(c -> !(snapshot && c.name().equals("from")))
                .forEach(c -> needed.add(c.name()));
        return needed;
    }

    /** What a row says by itself. */
    static Headings of(ListFormat format, String[] row) {
        Map<String, String> names = NAMES.get(format.name());
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        String twice = null;
        for (int i = 0; i < row.length; i++) {
            String name = names.get(Labels.folded(row[i]));
            if (name == null) {
                if (!row[i].isEmpty()) {
                    unknown.add(row[i]);
                }
            } else if (places.putIfAbsent(name, i) != null) {
                twice = name;
            }
        }
        return new Headings(places, unknown, twice, row.length, Map.of(), null);
    }

    private void demand(Set<String> needed) {
        List<String> missing = needed.stream()
                .filter(name -> !places.containsKey(name) && !given.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw FileRefused.at(missing.get(0), "column.missing", String.join(", ", missing));
        }
        if (twice != null) {
            throw FileRefused.at(twice, "column.twice");
        }
    }

    /** The columns that the file has, or that are given for it. */
    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(places.keySet());
        columns.addAll(given.keySet());
        return columns;
    }

    /** Where a column stands, or -1. */
    int placeOf(String column) {
        return places.getOrDefault(column, -1);
    }
}
