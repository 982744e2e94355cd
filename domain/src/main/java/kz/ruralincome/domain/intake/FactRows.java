package kz.ruralincome.domain.intake;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.intake.ListFormat.Subject;
import kz.ruralincome.domain.shared.Sql;

/** Reads what the lists have said of a person, in the words of the lists: every version that ever stood. */
public final class FactRows {

    /** What stands in the tables where a row of a list has an empty cell. */
    private static final Set<String> NOTHING = Set.of("-infinity", "infinity", "");

    /** Rows in: versions of the facts of a person, and of the households that they are a member of at any time; a row each out. */
    private static final String VERSIONS = "with asked as materialized (select ?::integer as person),"
            + " home as materialized (select distinct household_id as id from membership"
            + " where person_id = (select person from asked) and superseded_rev is null) "
            // each wants the partial index of its own
            + formats().stream()
                    .map(format -> select(format, "is null") + " union all " + select(format, "is not null"))
                    .collect(joining(" union all "))
            + " order by list, id";

    // whose fact it is can be told by withdrawing it alone
    private static final Map<String, List<FactField>> FIELDS = formats().stream()
            .collect(toMap(ListFormat::name, format -> cells(format).stream()
                    .filter(column -> !column.target().equals("household_id")
                            || format.name().equals("members"))
                    .map(FactField::of)
                    .toList()));

    private FactRows() {}

    /** All of them, standing and replaced, by list and version. */
    public static List<FactRow> of(Connection connection, int person) throws SQLException {
        return Sql.list(connection, FactRows::row, VERSIONS, person);
    }

    /** What of a fact of the list may be put right by hand, in the order of its columns; empty where the list is not known. */
    public static List<FactField> fields(String list) {
        return FIELDS.getOrDefault(list, List.of());
    }

    /** The headings of the cells by which a fact of the list is found, the IIN not among them. */
    public static List<String> keys(String list) {
        return ListCatalogue.named(list)
                .keys()
                .map(Column::name)
                .filter(name -> !name.equals("iin"))
                .toList();
    }

    /** Whether rows of the list say the IIN of a person; else they say the number of a household. */
    public static boolean isOfPerson(String list) {
        return ListCatalogue.named(list).subject() == Subject.PERSON;
    }

    private static List<ListFormat> formats() {
        return ListCatalogue.all().stream()
                .filter(format -> format.subject() == Subject.PERSON || format.subject() == Subject.HOUSEHOLD)
                .toList();
    }

    private static List<Column> cells(ListFormat format) {
        return format.columns().stream()
                .filter(column -> !column.target().equals("person_id"))
                .toList();
    }

    private static String select(ListFormat format, String superseded) {
        return """
                select '%1$s' as list, f.id, f.rev, f.superseded_rev, array[%2$s]::text[] as cells
                from %3$s f where f.%4$s and f.superseded_rev %5$s""".formatted(
                        format.name(),
                        cells(format).stream().map(FactRows::cell).collect(joining(", ")),
                        format.table(),
                        format.subject() == Subject.PERSON
                                ? "person_id = (select person from asked)"
                                : "household_id in (select id from home)",
                        superseded);
    }

    private static String cell(Column column) {
        String value = "f." + column.target();
        if (column.empty() instanceof Column.Empty.TheIin) {
            return "nullif(%s, (select iin from person where id = f.person_id))".formatted(value);
        }
        String text =
                switch (column.target()) {
                    case "household_id" -> "(select household_no from household where id = %s)".formatted(value);
                    case "unit_id" -> "lpad(%s::text, 9, '0')".formatted(value);
                    case "quarter" -> "to_char(%s, 'YYYY\"-Q\"Q')".formatted(value);
                    default -> value + "::text";
                };
        return column.empty() instanceof Column.Empty.Means means && NOTHING.contains(means.value())
                ? "nullif(%s, '%s')".formatted(text, means.value())
                : text;
    }

    private static FactRow row(ResultSet row) throws SQLException {
        String list = row.getString("list");
        String[] said = (String[]) row.getArray("cells").getArray();
        List<Column> columns = cells(ListCatalogue.named(list));
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < said.length; i++) {
            if (said[i] != null) {
                cells.put(columns.get(i).name(), said[i]);
            }
        }
        return new FactRow(
                list,
                row.getLong("id"),
                cells,
                row.getLong("rev"),
                Optional.ofNullable(row.getObject("superseded_rev", Long.class)));
    }
}
