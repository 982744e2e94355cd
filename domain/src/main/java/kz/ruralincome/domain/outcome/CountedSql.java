package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is counted, one by one, as SQL of {@link LedgerSql}; so a figure and the list of its people cannot differ.
 *
 * @param rows a text that ends with the common table {@code told (win, unit_id, …)}: of persons with {@code person_id, iin},
 *     of households with {@code household_id, on_date}, the day on which they are counted
 * @param kinds the columns of {@code told} by which rows are counted, comma first; empty: no count has a condition
 * @param counts per quantity that counts rows: which of them
 * @param sums per quantity that adds up something of them: an aggregate
 */
record CountedSql(String rows, String kinds, Map<Quantity, String> counts, Map<Quantity, String> sums) {

    CountedSql(String rows, Map<Quantity, String> counts) {
        this(rows, "", counts, Map.of());
    }

    CountedSql(String rows, Map<Quantity, String> counts, Map<Quantity, String> sums) {
        this(rows, "", counts, sums);
    }

    /** Of whom there are only counts. */
    static CountedSql byKind(String rows, String kinds, Map<Quantity, String> counts) {
        return new CountedSql(rows, ", " + kinds, counts, Map.of());
    }

    /**
     * Rows out: a window and unit, with a column a quantity. Rows are grouped by their kinds first: conditions put to each row
     * would look up its day anew, every one of them.
     */
    String counting() {
        boolean isByKind = !kinds.isEmpty();
        Map<Quantity, String> columns = new EnumMap<>(Quantity.class);
        String count = isByKind ? "sum(n)" : "count(*)";
        counts.forEach((quantity, condition) -> columns.put(quantity, count + " filter (where " + condition + ")"));
        columns.putAll(sums);
        String grouped = isByKind ? """
                , kind as (
                    select win, unit_id%1$s, count(*) as n from told group by win, unit_id%1$s)
                """.formatted(kinds) : "";
        return columns.entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey().name())
                .collect(joining(
                        ",\n",
                        rows + grouped + "select win, unit_id, ",
                        "\nfrom " + (isByKind ? "kind" : "told") + " group by win, unit_id"));
    }
}
