package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A ledger as a text: a line for each of its tables, in fields that are separated by tabs. Numbers are written with all the
 * decimals they have, so the ledger that is read back is equal.
 */
final class LedgerText {

    /** Goes before the questions whose answers have this form. */
    static final String FORM = "ledger-2";

    private static final String NOWHERE = "-";

    private final StringBuilder text = new StringBuilder(4096);

    private LedgerText() {}

    static String of(Ledger ledger) {
        var written = new LedgerText();
        written.line("ages", String.valueOf(ledger.agesKnown()));
        written.text.append("missing");
        ledger.missing().stream()
                .sorted()
                .forEach(list -> written.text.append('\t').append(list));
        written.text.append('\n');
        for (Quantity quantity : Quantity.values()) {
            written.text.append("count\t").append(quantity);
            BigDecimal nowhere = ledger.nowhere().get(quantity);
            if (nowhere != null) {
                written.number(NOWHERE, nowhere);
            }
            written.numbers(ledger.counts().getOrDefault(quantity, Map.of()));
        }
        var given = ledger.given();
        written.byCode("plan", given.plans());
        written.byCode("peer", given.peers());
        written.text.append("registered");
        written.numbers(given.registered());
        written.text.append("satisfied");
        written.numbers(given.satisfied());
        return written.text.toString();
    }

    private void line(String name, String value) {
        text.append(name).append('\t').append(value).append('\n');
    }

    private void byCode(String name, Map<String, Map<Integer, BigDecimal>> tables) {
        tables.keySet().stream().sorted().forEach(code -> {
            text.append(name).append('\t').append(code);
            numbers(tables.get(code));
        });
    }

    private void numbers(Map<Integer, BigDecimal> table) {
        table.keySet().stream().sorted().forEach(unit -> number(unit.toString(), table.get(unit)));
        text.append('\n');
    }

    private void number(String unit, BigDecimal number) {
        text.append('\t').append(unit).append('\t').append(number);
    }

    /** The ledger of a text that {@link #of} has made. */
    static Ledger ledger(String text) {
        Map<Quantity, Map<Integer, BigDecimal>> counts = new EnumMap<>(Quantity.class);
        Map<Quantity, BigDecimal> nowhere = new EnumMap<>(Quantity.class);
        Set<String> missing = new HashSet<>();
        boolean agesKnown = false;
        var given = new TerritoryFigures(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (String line : text.split("\n")) {
            String[] fields = line.split("\t");
            switch (fields[0]) {
                case "ages" -> agesKnown = Boolean.parseBoolean(fields[1]);
                case "missing" -> missing.addAll(java.util.Arrays.asList(fields).subList(1, fields.length));
                case "count" -> {
                    Quantity quantity = Quantity.valueOf(fields[1]);
                    boolean hasNowhere = fields.length > 2 && fields[2].equals(NOWHERE);
                    if (hasNowhere) {
                        nowhere.put(quantity, new BigDecimal(fields[3]));
                    }
                    Map<Integer, BigDecimal> table = table(fields, hasNowhere ? 4 : 2);
                    if (!table.isEmpty()) {
                        counts.put(quantity, table);
                    }
                }
                case "plan" -> given.plans().put(fields[1], table(fields, 2));
                case "peer" -> given.peers().put(fields[1], table(fields, 2));
                case "registered" -> given.registered().putAll(table(fields, 1));
                case "satisfied" -> given.satisfied().putAll(table(fields, 1));
                default -> throw new IllegalArgumentException("no line of a ledger: " + fields[0]);
            }
        }
        return new Ledger(counts, nowhere, Set.copyOf(missing), agesKnown, given);
    }

    private static Map<Integer, BigDecimal> table(String[] fields, int from) {
        Map<Integer, BigDecimal> table = new HashMap<>();
        for (int i = from; i < fields.length; i += 2) {
            table.put(Integer.valueOf(fields[i]), new BigDecimal(fields[i + 1]));
        }
        return table;
    }
}
