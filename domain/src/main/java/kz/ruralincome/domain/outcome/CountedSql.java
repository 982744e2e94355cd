package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is counted, one by one, as SQL of {@link LedgerSql}; so a figure and the list of its people cannot differ.
 *
 * @param rows a text that ends with the common table {@code told (win, unit_id, …)}: of persons with {@code person_id, iin},
 *     of households with {@code household_id, on_date}, the day on which they are counted
 * @param counts per quantity that counts rows: which of them
 * @param sums per quantity that adds up something of them: an aggregate
 */
record CountedSql(String rows, Map<Quantity, String> counts, Map<Quantity, String> sums) {

    CountedSql(String rows, Map<Quantity, String> counts) {
        this(rows, counts, Map.of());
    }

    /** Rows out: a window and unit, with a column a quantity. */
    String counting() {
        Map<Quantity, String> columns = new EnumMap<>(Quantity.class);
        counts.forEach((quantity, condition) -> columns.put(quantity, "count(*) filter (where " + condition + ")"));
        columns.putAll(sums);
        return columns.entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey().name())
                .collect(joining(",\n", rows + "select win, unit_id, ", "\nfrom told group by win, unit_id"));
    }
}
