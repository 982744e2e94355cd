package kz.ruralincome.domain.quality;

import static java.util.stream.Collectors.joining;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.quality.Finding.Contract;
import kz.ruralincome.domain.quality.Finding.Explanation;
import kz.ruralincome.domain.quality.Finding.Fact;
import kz.ruralincome.domain.quality.Finding.Who;
import kz.ruralincome.domain.quality.FindingKind.Subject;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;

/** Reads findings and writes what people say of them, on the caller's connection. Units: null lets every place in. */
final class FindingSql {

    private static final String ROWS =
            """
            select f.id, f.kind, f.state, p.id as person, p.public_id, p.iin,
                concat_ws(' ', c.family_name, c.given_name, c.patronymic) as name, q.id as other_person,
                q.public_id as other_id, q.iin as other_iin,
                concat_ws(' ', d.family_name, d.given_name, d.patronymic) as other_name,
                h.household_no, l.id as loan_id, l.contract_no, f.place, f.facts::text, encode(f.facts_hash, 'hex') as mark,
                f.found_on, f.ended_at, f.explained_by, f.explained_at, f.reason
            from (select * from finding f where {condition}) f
            left join person p on p.id = f.person_id
            left join person_card c on c.person_id = p.id
            left join person q on f.other <> 0 and q.id = f.other
            left join person_card d on d.person_id = q.id
            left join household h on f.kind in ({households}) and h.id = f.subject
            left join loan l on f.kind in ({loans}) and l.id = f.subject
            order by f.id desc""".replace("{households}", kindsOf(Subject.HOUSEHOLD)).replace("{loans}", kindsOf(Subject.LOAN));

    private static final String REACHED =
            " and (?::integer[] is null or f.place = any (?::integer[])) and (not ?::boolean or f.place is null)";

    /** What stands, and what was mended; not what rests on other facts since. */
    private static final String LISTED = "(f.ended_at is null or f.state = 'MENDED')";

    /** Rows in: findings of the kind and state; rows out: a page, those found last first. */
    private static final String PAGE =
            ROWS.replace("{condition}", LISTED + """
             and f.state = ? and (?::text is null or f.kind = ?) and (?::bigint is null or f.id < ?)""" + REACHED + " order by f.id desc limit ?");

    private static final String ONE = ROWS.replace("{condition}", "f.id = ?" + REACHED);

    /** The other findings of the same subject, whatever became of them. */
    private static final String FORMER = ROWS.replace("{condition}", """
            f.id <> ? and (f.kind, f.subject, f.other) = (select o.kind, o.subject, o.other from finding o where o.id = ?)""" + REACHED);

    /** Rows in: all that are listed; rows out: one a kind and state. */
    private static final String COUNTS = "select f.kind, f.state, count(*)::integer from finding f where " + LISTED
            + REACHED + " group by f.kind, f.state";

    private static final String EXPLAIN = """
            update finding set state = 'EXPLAINED', explained_by = ?, explained_at = clock_timestamp(), reason = ?
            where id = ? and state = 'OPEN' and facts_hash = decode(?, 'hex')""";

    private static final String TAKE_BACK = """
            update finding set state = 'OPEN', explained_by = null, explained_at = null, reason = null
            where id = ? and state = 'EXPLAINED' and ended_at is null""";

    private final Connection connection;
    private final Object[] reach;

    /**
     * Findings within reach.
     *
     * @param units null: everywhere
     * @param nowhere those alone of which it is not known where
     */
    FindingSql(Connection connection, Integer[] units, boolean nowhere) {
        this.connection = connection;
        this.reach = new Object[] {units, units, nowhere};
    }

    /** A finding with the numbers under which the facts know its people. */
    record Row(Finding finding, List<Integer> persons) {}

    List<Row> page(FindingFilter filter, Long after, int limit) throws SQLException {
        String kind = filter.kind().map(Enum::name).orElse(null);
        return Sql.list(
                connection,
                FindingSql::row,
                PAGE,
                all(new Object[] {filter.state().name(), kind, kind, after, after}, reach, limit));
    }

    Optional<Row> find(long id) throws SQLException {
        return Sql.first(connection, FindingSql::row, ONE, all(new Object[] {id}, reach));
    }

    List<Row> former(long id) throws SQLException {
        return Sql.list(connection, FindingSql::row, FORMER, all(new Object[] {id, id}, reach));
    }

    Map<FindingKind, Map<FindingState, Integer>> counts() throws SQLException {
        Map<FindingKind, Map<FindingState, Integer>> counts = new EnumMap<>(FindingKind.class);
        Sql.list(
                connection,
                row -> counts.computeIfAbsent(
                                FindingKind.valueOf(row.getString(1)), kind -> new EnumMap<>(FindingState.class))
                        .put(FindingState.valueOf(row.getString(2)), row.getInt(3)),
                COUNTS,
                reach);
        return counts;
    }

    Optional<LocalDate> asOf() throws SQLException {
        return Sql.first(connection, LocalDate.class, "select business_date from finding_freshness");
    }

    /** False: it is open no more, or rests on other facts than those of the mark. */
    boolean explain(long id, String mark, String account, String reason) throws SQLException {
        return Sql.update(connection, EXPLAIN, account, reason, id, mark) > 0;
    }

    /** False: it is not explained any more. */
    boolean takeBack(long id) throws SQLException {
        return Sql.update(connection, TAKE_BACK, id) > 0;
    }

    private static Object[] all(Object[] first, Object[] reach, Object... last) {
        return Stream.of(first, reach, last).flatMap(Arrays::stream).toArray();
    }

    private static String kindsOf(Subject subject) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.subject() == subject)
                .map(kind -> "'" + kind + "'")
                .collect(joining(", "));
    }

    private static Row row(ResultSet row) throws SQLException {
        List<Integer> persons = new ArrayList<>();
        Optional<Who> person = who(row, "person", "public_id", "iin", "name", persons);
        Optional<Who> other = who(row, "other_person", "other_id", "other_iin", "other_name", persons);
        Long loan = row.getObject("loan_id", Long.class);
        String by = row.getString("explained_by");
        var finding = new Finding(
                row.getLong("id"),
                FindingKind.valueOf(row.getString("kind")),
                FindingState.valueOf(row.getString("state")),
                person,
                other,
                Optional.ofNullable(row.getString("household_no")),
                loan == null ? Optional.empty() : Optional.of(new Contract(loan, row.getString("contract_no"))),
                Optional.ofNullable(row.getObject("place", Integer.class)),
                facts(row.getString("facts")),
                row.getString("mark"),
                row.getObject("found_on", LocalDate.class),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class)),
                by == null
                        ? Optional.empty()
                        : Optional.of(new Explanation(
                                by, row.getObject("explained_at", OffsetDateTime.class), row.getString("reason"))));
        return new Row(finding, persons);
    }

    private static Optional<Who> who(
            ResultSet row, String number, String id, String iin, String name, List<Integer> persons)
            throws SQLException {
        Integer person = row.getObject(number, Integer.class);
        if (person == null) {
            return Optional.empty();
        }
        persons.add(person);
        return Optional.of(new Who(row.getObject(id, UUID.class), row.getString(name), new Iin(row.getString(iin))));
    }

    private static List<Fact> facts(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(fact -> new Fact(
                            fact.getString("list"),
                            text(fact, "from").map(LocalDate::parse),
                            text(fact, "to").map(LocalDate::parse),
                            text(fact, "value"),
                            text(fact, "detail")))
                    .toList();
        }
    }

    private static Optional<String> text(JsonObject fact, String name) {
        return Optional.ofNullable(fact.getString(name, null));
    }
}
