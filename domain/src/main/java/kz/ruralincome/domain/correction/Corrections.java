package kz.ruralincome.domain.correction;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;

/**
 * The rows of corrections, in the transaction of a connection; where people live comes from the last movement run. One of a
 * merged record is the correction of the record that was kept.
 */
final class Corrections {

    /** Rows in: those that the condition finds; a row each out. Its first parameter is the day. */
    private static final String SELECT = """
            select c.id, p.public_id, concat_ws(' ', k.family_name, k.given_name, k.patronymic) as name, l.unit_id, c.list,
                c.fact_id, c.reason, c.document, c.state, c.proposed_by, c.proposed_at, c.decided_by, c.decided_at,
                c.decision_reason, p.id as person_id, c.after is null as never,
                array(select key from jsonb_each_text(c.before) order by key) as before_keys,
                array(select value from jsonb_each_text(c.before) order by key) as before_values,
                array(select key from jsonb_each_text(c.after) order by key) as after_keys,
                array(select value from jsonb_each_text(c.after) order by key) as after_values,
                array(select concat_ws('|', r.id, r.as_of, r.territory) from report r where r.id = any (c.reports)
                      order by r.id) as reports
            from (select ?::date as today) d
            cross join correction c
            join person r on r.id = c.person_id
            join person_named n on n.public_id = r.public_id
            join person p on p.id = n.id
            left join person_card k on k.person_id = p.id
            left join timeline t on t.person_id = p.id
            cross join lateral (select t.units[width_bucket(d.today, t.borders)] as unit_id) l
            where {condition}""";

    /** Those of the caller's units; null lets everyone in, also those of whom it is not known where they live. */
    private static final String REACHED = "(?::integer[] is null or l.unit_id = any (?::integer[]))";

    private static final String BY_ID = SELECT.replace("{condition}", "c.id = ? and " + REACHED);

    private static final String WAITING = "c.state = 'PROPOSED' and (c.proposed_by = ?) = ? and " + REACHED;

    private static final String COUNT = "select count(*) from (" + SELECT.replace("{condition}", WAITING) + ") w";

    private static final String PAGE =
            SELECT.replace("{condition}", WAITING + " and c.id > ?") + " order by c.id limit ?";

    private static final String DECIDED = SELECT.replace(
            "{condition}", "c.state <> 'PROPOSED' and " + REACHED + " and c.id < ? order by c.id desc limit ?");

    private static final String ADD = """
            insert into correction (id, person_id, list, fact_id, before, after, reason, document, reports, state,
                proposed_by, rev)
            overriding system value
            values (?, ?, ?, ?, jsonb_object(?::text[], ?::text[]),
                case when ? then null else jsonb_object(?::text[], ?::text[]) end, ?, ?, ?::integer[], ?, ?, ?::bigint)""";

    private static final String DECIDE = """
            update correction set state = ?, decided_by = ?, decided_at = clock_timestamp(), decision_reason = ?,
                rev = ?::bigint
            where id = ?""";

    private Corrections() {}

    /** A correction with the number under which the facts know the person by now. */
    record Row(Correction correction, int person) {}

    /** The number of the next one. */
    static long next(Connection connection) throws SQLException {
        return Sql.first(connection, Long.class, "select nextval(pg_get_serial_sequence('correction', 'id'))")
                .orElseThrow();
    }

    /** @param reports the approved ones for whose sake it is only proposed; none: the revision has written it */
    static void add(
            Connection connection,
            long id,
            int person,
            CorrectionRequest request,
            Map<String, String> before,
            Optional<Map<String, String>> after,
            List<Integer> reports,
            Optional<Long> revision,
            String account)
            throws SQLException {
        Map<String, String> later = after.orElse(Map.of());
        Sql.update(
                connection,
                ADD,
                id,
                person,
                request.list(),
                request.fact(),
                before.keySet().toArray(String[]::new),
                before.values().toArray(String[]::new),
                after.isEmpty(),
                later.keySet().toArray(String[]::new),
                later.values().toArray(String[]::new),
                request.reason(),
                request.document(),
                reports.toArray(Integer[]::new),
                (revision.isPresent() ? CorrectionState.WRITTEN : CorrectionState.PROPOSED).name(),
                account,
                revision.orElse(null));
    }

    static void decide(
            Connection connection,
            long id,
            CorrectionState state,
            String account,
            Optional<String> reason,
            Optional<Long> revision)
            throws SQLException {
        Sql.update(connection, DECIDE, state.name(), account, reason.orElse(null), revision.orElse(null), id);
    }

    /** @throws NotFoundException if there is none or its person lives out of reach */
    static Row get(Connection connection, long id, LocalDate today, Integer[] units) throws SQLException {
        return Sql.first(connection, Corrections::row, BY_ID, today, id, units, units)
                .orElseThrow(() -> new NotFoundException("correction"));
    }

    /** The one that waits for a version of a fact. */
    static Optional<Long> openOf(Connection connection, String list, long fact) throws SQLException {
        return Sql.first(
                connection,
                Long.class,
                "select id from correction where list = ? and fact_id = ? and state = 'PROPOSED'",
                list,
                fact);
    }

    /** How many wait: of the account, or of all others. */
    static long count(Connection connection, boolean own, String account, LocalDate today, Integer[] units)
            throws SQLException {
        return Sql.first(connection, Long.class, COUNT, today, account, own, units, units)
                .orElseThrow();
    }

    /** Those that wait, the oldest first, after one; of the account, or of all others. */
    static List<Row> waiting(
            Connection connection, boolean own, String account, LocalDate today, Integer[] units, long after, int limit)
            throws SQLException {
        return Sql.list(connection, Corrections::row, PAGE, today, account, own, units, units, after, limit);
    }

    /** Those that wait no longer, the newest first, before one. */
    static List<Row> decided(Connection connection, LocalDate today, Integer[] units, long before, int limit)
            throws SQLException {
        return Sql.list(connection, Corrections::row, DECIDED, today, units, units, before, limit);
    }

    private static Row row(ResultSet row) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new Row(
                new Correction(
                        row.getLong("id"),
                        row.getObject("public_id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                        row.getString("list"),
                        row.getLong("fact_id"),
                        cells(row.getArray("before_keys"), row.getArray("before_values")),
                        row.getBoolean("never")
                                ? Optional.empty()
                                : Optional.of(cells(row.getArray("after_keys"), row.getArray("after_values"))),
                        row.getString("reason"),
                        row.getString("document"),
                        reports(row.getArray("reports")),
                        CorrectionState.valueOf(row.getString("state")),
                        row.getString("proposed_by"),
                        row.getObject("proposed_at", OffsetDateTime.class),
                        decidedBy == null
                                ? Optional.empty()
                                : Optional.of(new Correction.Decision(
                                        decidedBy,
                                        row.getObject("decided_at", OffsetDateTime.class),
                                        Optional.ofNullable(row.getString("decision_reason"))))),
                row.getInt("person_id"));
    }

    private static Map<String, String> cells(Array keys, Array values) throws SQLException {
        String[] headings = (String[]) keys.getArray();
        String[] said = (String[]) values.getArray();
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < headings.length; i++) {
            cells.put(headings[i], said[i]);
        }
        return cells;
    }

    private static List<Correction.Report> reports(Array lines) throws SQLException {
        List<Correction.Report> reports = new ArrayList<>();
        for (String line : (String[]) lines.getArray()) {
            String[] parts = line.split("\\|");
            reports.add(new Correction.Report(
                    Integer.parseInt(parts[0]),
                    LocalDate.parse(parts[1]),
                    parts.length > 2 ? Optional.of(parts[2]) : Optional.empty()));
        }
        return reports;
    }
}
