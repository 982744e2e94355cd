package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kz.ruralincome.domain.intake.TerritoryDifference.Kind;

/** Notes what a tried list of territories would change, and reads it. */
final class TerritoryDifferences {

    private static final String CLEAR = "delete from territory_difference where load_id = ?";

    /**
     * Rows in: the judged rows of the file that would go in, each beside the spell that it takes the place of, else the one
     * of its unit before it. Rows out: one for each way in which it differs; a unit that was not there is new in all.
     */
    private static final String NOTE = """
            insert into territory_difference (load_id, row_no, kind, unit_id, valid_from, before, after)
            select ?::uuid, j.row_no, d.kind, j.unit_id, j.valid_from, d.before, d.after
            from intake_judged j
            left join lateral (
                select f.* from territory f
                where f.unit_id = j.unit_id and f.superseded_rev is null and f.valid_from <= j.valid_from
                order by f.valid_from desc limit 1) b on true
            cross join lateral (
                select concat_ws(' / ', b.name_ru, b.name_kk, b.name_en) as names_before,
                    concat_ws(' / ', j.name_ru, j.name_kk, j.name_en) as names_after) n
            cross join lateral (values
                ('NEW', b.id is null and j.verdict = 'n', null, n.names_after),
                ('REMOVED', j.verdict = 'r', n.names_before, null),
                ('RENAMED', b.id is not null and j.verdict <> 'r'
                    and (b.name_ru, b.name_kk, b.name_en) is distinct from (j.name_ru, j.name_kk, j.name_en),
                    n.names_before, n.names_after),
                ('MOVED', b.id is not null and j.verdict <> 'r' and b.parent is distinct from j.parent,
                    lpad(b.parent::text, 9, '0'), lpad(j.parent::text, 9, '0')),
                ('ENDED', j.verdict <> 'r' and j.valid_to is distinct from coalesce(
                        case when b.valid_from = j.valid_from then b.valid_to end, 'infinity'),
                    nullif(case when b.valid_from = j.valid_from then b.valid_to end, 'infinity')::text,
                    nullif(j.valid_to, 'infinity')::text)) d (kind, holds, before, after)
            where j.verdict in ('n', 'c', 'r') and d.holds""";

    private static final String READ = """
            select row_no, kind, unit_id, valid_from, before, after from territory_difference
            where load_id = ? order by row_no, kind limit ?""";

    private static final String COUNTS =
            "select kind, count(*)::integer from territory_difference where load_id = ? group by kind";

    private TerritoryDifferences() {}

    static void note(Sql sql, UUID load) throws SQLException {
        sql.run(CLEAR, load);
        sql.run(NOTE, load.toString());
    }

    static List<TerritoryDifference> read(Connection connection, UUID load, int limit) throws SQLException {
        return kz.ruralincome.domain.shared.Sql.list(connection, TerritoryDifferences::difference, READ, load, limit);
    }

    static Map<Kind, Integer> counts(Connection connection, UUID load) throws SQLException {
        Map<Kind, Integer> counts = new TreeMap<>();
        kz.ruralincome.domain.shared.Sql.list(
                connection, row -> counts.put(Kind.valueOf(row.getString(1)), row.getInt(2)), COUNTS, load);
        return counts;
    }

    private static TerritoryDifference difference(ResultSet row) throws SQLException {
        return new TerritoryDifference(
                row.getLong(1),
                Kind.valueOf(row.getString(2)),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)));
    }
}
