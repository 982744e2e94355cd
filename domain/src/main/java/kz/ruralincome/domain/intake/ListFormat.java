package kz.ruralincome.domain.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One registry list: its columns, the table that its rows become facts of, and whose facts they are.
 *
 * <p>{@code oneAtATime} names the columns for which two spells may not overlap (empty: they may); {@code snapshotOf}
 * those by which a snapshot of the list finds the spell it speaks of (empty: no snapshots).
 */
public final class ListFormat {

    /** Whose facts a list brings. */
    public enum Subject {
        PERSON("person", "person_id"),
        HOUSEHOLD("household", "household_id"),
        UNIT("unit", "unit_id"),
        NONE(null, null);

        private final String table;
        private final String column;

        Subject(String table, String column) {
            this.table = table;
            this.column = column;
        }

        public String table() {
            return table;
        }

        public String column() {
            return column;
        }
    }

    /** Who may send a list. */
    public enum Senders {
        ADMINISTRATORS,
        CENTRE,
        ALL
    }

    private static final List<String> KINDS = List.of("kind", "status", "scope", "relation", "indicator", "name");

    private final String name;
    private final String table;
    private final Subject subject;
    private final Senders senders;
    private final List<Column> columns;
    private List<String> oneAtATime = List.of();
    private List<String> snapshotOf = List.of();
    private RowRule rowRule = (row, notes) -> {};

    private ListFormat(String name, String table, Subject subject, Senders senders, List<Column> columns) {
        this.name = name;
        this.table = table;
        this.subject = subject;
        this.senders = senders;
        this.columns = List.copyOf(columns);
    }

    static ListFormat of(String name, String table, Subject subject, Senders senders, Column... columns) {
        return new ListFormat(name, table, subject, senders, Arrays.asList(columns));
    }

    ListFormat oneAtATimeFor(String... columns) {
        oneAtATime = List.of(columns);
        return this;
    }

    ListFormat snapshotOf(String... columns) {
        snapshotOf = List.of(columns);
        return this;
    }

    ListFormat checkedBy(RowRule rule) {
        rowRule = rule;
        return this;
    }

    RowRule rowRule() {
        return rowRule;
    }

    public String name() {
        return name;
    }

    public String table() {
        return table;
    }

    public Subject subject() {
        return subject;
    }

    public Senders senders() {
        return senders;
    }

    public List<Column> columns() {
        return columns;
    }

    public boolean takesSnapshots() {
        return !snapshotOf.isEmpty();
    }

    List<String> oneAtATime() {
        return oneAtATime;
    }

    List<String> snapshotOf() {
        return snapshotOf;
    }

    /** The headings a file may carry, as the contract prints them. */
    public List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (Column column : columns) {
            headings.add(column.name());
            if (column.name().equals("to")) {
                headings.add("last_day");
            }
        }
        headings.add("action");
        return headings;
    }

    Optional<Column> column(String heading) {
        return columns.stream().filter(c -> c.name().equals(heading)).findFirst();
    }

    /** The column of kinds by which facts of the list are told apart, if it has one. */
    public Optional<Column> kindColumn() {
        return KINDS.stream()
                .flatMap(name -> column(name).stream())
                .filter(column -> !column.rule().values().isEmpty())
                .findFirst();
    }

    boolean hasSpells() {
        return column("to").isPresent();
    }

    Stream<Column> keys() {
        return columns.stream().filter(Column::key);
    }

    Stream<Column> values() {
        return columns.stream().filter(c -> !c.key());
    }

    @Override
    public String toString() {
        return name;
    }
}
