package kz.ruralincome.domain.merge;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.merge.Fact.Days;
import kz.ruralincome.domain.shared.Sql;

/** Supersedes facts and writes them anew, on the caller's connection under one revision. A person has some dozens. */
final class FactWriting {

    private static final String COLUMNS = """
            select string_agg(attname, ',' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped
              and attname not in ('id', 'person_id', 'rev', 'superseded_rev')""";

    private final Connection connection;
    private final long revision;
    private final Map<FactKind, List<String>> columns = new EnumMap<>(FactKind.class);

    FactWriting(Connection connection, long revision) {
        this.connection = connection;
        this.revision = revision;
    }

    void supersede(Collection<Fact> facts) throws SQLException {
        for (FactKind kind : FactKind.values()) {
            Long[] ids = facts.stream()
                    .filter(fact -> fact.kind() == kind)
                    .map(Fact::id)
                    .toArray(Long[]::new);
            if (ids.length > 0) {
                Sql.update(
                        connection,
                        "update %s set superseded_rev = ? where id = any (?) and superseded_rev is null"
                                .formatted(kind.table()),
                        revision,
                        ids);
            }
        }
    }

    /** Writes a fact anew on some days of its own, as one of that person; gives the number of the version. */
    long write(Fact fact, Days days, Person on) throws SQLException {
        List<String> kept = columnsOf(fact.kind());
        List<Object> parameters = new ArrayList<>(List.of(on.number()));
        String values = kept.stream()
                .map(column -> value(fact, days, on, column, parameters))
                .collect(joining(", "));
        parameters.add(revision);
        parameters.add(fact.id());
        return Sql.first(
                        connection,
                        Long.class,
                        "insert into %1$s (person_id, %2$s, rev) select ?, %3$s, ? from %1$s f where f.id = ? returning id"
                                .formatted(fact.kind().table(), String.join(", ", kept), values),
                        parameters.toArray())
                .orElseThrow();
    }

    private static String value(Fact fact, Days days, Person on, String column, List<Object> parameters) {
        if (column.equals("registration_no") && Fact.OWN_IIN.equals(fact.said().get(column))) {
            parameters.add(on.iin());
            return "?";
        }
        // why it ended belongs to that end alone
        if ((column.equals("left_reason") || column.equals("end_reason"))
                && days.to().isBefore(fact.to())) {
            return "null";
        }
        if (column.equals("valid_from")
                || column.equals("valid_to") && fact.kind().hasSpells()) {
            parameters.add(column.equals("valid_from") ? days.from() : days.to());
            return "?::date";
        }
        return "f." + column;
    }

    private List<String> columnsOf(FactKind kind) throws SQLException {
        if (!columns.containsKey(kind)) {
            columns.put(
                    kind,
                    List.of(Sql.first(connection, String.class, COLUMNS, kind.table())
                            .orElseThrow()
                            .split(",")));
        }
        return columns.get(kind);
    }

    static Days whole(Fact fact) {
        return new Days(fact.from(), fact.to());
    }
}
