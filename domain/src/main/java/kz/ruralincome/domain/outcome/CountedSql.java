package kz.ruralincome.domain.outcome;

import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.Map;
import kz.ruralincome.domain.movement.MemberSelection;

/**
 * What is counted, one by one, as SQL of {@link LedgerSql}; so a figure and the list of its people cannot differ.
 *
 * @param rows a text, with {@code {once}} at the end of what is looked up once, that ends with the common table
 *     {@code told (win, unit_id, …)}: of persons with {@code person_id, iin}, of households with {@code household_id, on_date},
 *     the day on which they are counted
 * @param grouping further common tables, comma first, of which the last is the one that is counted; empty: that is {@code told}
 * @param counted the name of that table
 * @param count how many something in it stands for: an aggregate
 * @param counts per quantity that counts rows: which of them
 * @param sums per quantity that adds up something of them: an aggregate
 */
record CountedSql(
        String rows,
        String grouping,
        String counted,
        String count,
        Map<Quantity, String> counts,
        Map<Quantity, String> sums) {

    CountedSql(String rows, Map<Quantity, String> counts) {
        this(rows, counts, Map.of());
    }

    CountedSql(String rows, Map<Quantity, String> counts, Map<Quantity, String> sums) {
        this(rows, "", "told", "count(*)", counts, sums);
    }

    /**
     * Of whom there are only counts. Rows are grouped by their kinds first: conditions put to each row would look up its day
     * anew, every one of them.
     *
     * @param kinds the columns of {@code told} on which the conditions rest
     */
    static CountedSql byKind(String rows, String kinds, Map<Quantity, String> counts) {
        String grouping = """
                , kind as (
                    select win, unit_id, %1$s, count(*) as n from told group by win, unit_id, %1$s)
                """.formatted(kinds);
        return new CountedSql(rows, grouping, "kind", "sum(n)", counts, Map.of());
    }

    /**
     * Of whom there are only sums, over a table that is made of {@code told}.
     *
     * @param grouping that table, comma first, and others before it
     */
    static CountedSql over(String rows, String grouping, String counted, Map<Quantity, String> sums) {
        return new CountedSql(rows, grouping, counted, "count(*)", Map.of(), sums);
    }

    /** The text when its rows are listed. */
    String listing() {
        return rows.replace("{once}", "");
    }

    /**
     * Rows out: a window and unit, with a column a quantity. Everything is gone through, so the period of a day is looked up
     * once for all that is asked of it.
     */
    String counting() {
        Map<Quantity, String> columns = new EnumMap<>(Quantity.class);
        counts.forEach((quantity, condition) -> columns.put(quantity, count + " filter (where " + condition + ")"));
        columns.putAll(sums);
        return columns.entrySet().stream()
                .map(column -> column.getValue() + " as " + column.getKey().name())
                .collect(joining(
                        ",\n",
                        MemberSelection.whole((rows + grouping).replace("{once}", "offset 0"))
                                + "select win, unit_id, ",
                        "\nfrom " + counted + " group by win, unit_id"));
    }
}
