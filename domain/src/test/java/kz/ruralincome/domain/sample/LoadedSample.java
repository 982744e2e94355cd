package kz.ruralincome.domain.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a sample after they were loaded by the rules of the lists, in the plainest way: rows by key, a later row
 * in the place of an earlier one, removals. What goes against the rules is remembered as a fault.
 */
final class LoadedSample {

    /** Key columns of each list, then the columns that name the subject of which one spell holds at a time. */
    private static final Map<String, List<List<String>>> RULES = Map.ofEntries(
            rule("calendar", List.of("date"), List.of()),
            rule("parameters", List.of("from", "name", "kato"), List.of()),
            rule("pilot-areas", List.of("kato", "from"), List.of("kato")),
            rule("households", List.of("household_no", "from"), List.of()),
            rule("members", List.of("household_no", "iin", "from"), List.of("iin")),
            rule("vital-events", List.of("iin", "date"), List.of()),
            rule("assistance", List.of("household_no", "from"), List.of("household_no")),
            rule("payments", List.of("household_no", "paid_on", "reference"), List.of()),
            rule("occupations", List.of("iin", "source", "from"), List.of("iin", "source")),
            rule("incomes", List.of("iin", "quarter", "kind"), List.of()),
            rule("registrations", List.of("iin", "registration_no", "from"), List.of("iin", "registration_no")),
            rule("enrolments", List.of("iin", "from"), List.of("iin")),
            rule("consents", List.of("iin", "scope", "from"), List.of("iin", "scope")),
            rule("social-packages", List.of("iin", "from"), List.of("iin")),
            rule("measures", List.of("iin", "from", "kind"), List.of("iin", "kind")),
            rule("rehabilitation", List.of("as_of", "kato"), List.of()),
            rule("plans", List.of("year", "kato", "indicator", "decided_on"), List.of()),
            rule("peer-figures", List.of("as_of", "kato", "indicator"), List.of()));

    private final Map<String, Map<String, NamedCsvRecord>> lists = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int rows;

    private LoadedSample() {}

    static LoadedSample of(List<SampleFile> files) {
        var loaded = new LoadedSample();
        files.forEach(loaded::load);
        return loaded;
    }

    private static Map.Entry<String, List<List<String>>> rule(String list, List<String> key, List<String> subject) {
        return Map.entry(list, List.of(key, subject));
    }

    private void load(SampleFile file) {
        Map<String, NamedCsvRecord> standing = lists.computeIfAbsent(file.list(), list -> new HashMap<>());
        List<List<String>> rule = RULES.get(file.list());
        Set<String> keys = new HashSet<>();
        List<NamedCsvRecord> added = new ArrayList<>();
        try (Reader reader = new InputStreamReader(file.open(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : csv) {
                rows++;
                String key = key(row, rule.get(0));
                if (row.getFieldCount() != row.getHeader().size()) {
                    faults.add(file.list() + ": the number of fields of " + row);
                }
                if (row.findField("action").filter("REMOVE"::equals).isPresent()) {
                    if (standing.remove(key) == null) {
                        faults.add(file.list() + ": removes what is not there, " + row);
                    }
                } else {
                    added.add(row);
                    if (!keys.add(key)) {
                        faults.add(file.list() + ": a key twice, " + row);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        added.forEach(row -> standing.put(key(row, rule.get(0)), row));
        if (!rule.get(1).isEmpty()) {
            findOverlaps(file.list(), standing.values(), rule.get(1));
        }
    }

    private void findOverlaps(String list, Collection<NamedCsvRecord> standing, List<String> subject) {
        Map<String, TreeMap<String, String>> spells = new HashMap<>();
        for (NamedCsvRecord row : standing) {
            String to = row.getField("to").isEmpty() ? "9999-12-31" : row.getField("to");
            if (row.getField("from").compareTo(to) >= 0) {
                faults.add(list + ": an empty spell, " + row);
            }
            spells.computeIfAbsent(key(row, subject), key -> new TreeMap<>()).put(row.getField("from"), to);
        }
        spells.forEach((key, ofSubject) -> {
            String end = "";
            for (Map.Entry<String, String> spell : ofSubject.entrySet()) {
                if (spell.getKey().compareTo(end) < 0) {
                    faults.add(list + ": overlap, " + key + " at " + spell.getKey());
                }
                end = spell.getValue();
            }
        });
    }

    private static String key(NamedCsvRecord row, List<String> columns) {
        var key = new StringBuilder();
        for (String column : columns) {
            key.append(row.findField(column).orElse("")).append('|');
        }
        return key.toString();
    }

    static LocalDate from(NamedCsvRecord row) {
        String from = row.getField("from");
        return from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from);
    }

    static LocalDate to(NamedCsvRecord row) {
        String to = row.getField("to");
        return to.isEmpty() ? LocalDate.MAX : LocalDate.parse(to);
    }

    /** Whether a spell covers at least one day of [{@code begin}, {@code end}). */
    static boolean covers(NamedCsvRecord row, LocalDate begin, LocalDate end) {
        return from(row).isBefore(end) && to(row).isAfter(begin);
    }

    Collection<NamedCsvRecord> rows(String list) {
        return lists.get(list).values();
    }

    Set<String> keys(String list) {
        return lists.get(list).keySet();
    }

    Set<String> lists() {
        return lists.keySet();
    }

    /** What a load would refuse. */
    List<String> faults() {
        return faults;
    }

    /** All rows of all files. */
    int rowCount() {
        return rows;
    }
}
