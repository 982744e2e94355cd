package kz.ruralincome.domain.sample;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.Sql;
import org.postgresql.PGConnection;

/** Puts the files of a {@link BenchPopulation} into the tables of facts by the shortest way, past all doors and guards. */
public final class BenchFacts {

    private static final List<String> FACTS =
            List.of("locality", "membership", "vital_event", "assistance", "occupation", "registration");

    private BenchFacts() {}

    /** Everything, under one revision; then the tables are analysed. */
    public static void load(Connection connection, List<SampleFile> files) throws SQLException, IOException {
        connection.setAutoCommit(false);
        Sql.update(connection, "set local session_replication_role = replica");
        long rev = revision(connection);
        for (SampleFile file : files) {
            stage(connection, file, file.list().replace('-', '_'));
        }
        Sql.update(connection, """
                insert into unit select distinct kato::int from households on conflict do nothing""");
        Sql.update(connection, """
                insert into person (iin) select distinct iin from members
                union select iin from occupations union select iin from registrations order by 1""");
        Sql.update(
                connection,
                "insert into household (household_no) select distinct household_no from households order by 1");
        Sql.update(connection, """
                insert into locality (household_id, valid_from, unit_id, rev)
                select h.id, coalesce(nullif(s.from_day, '')::date, '-infinity'), s.kato::int, ?
                from households s join household h using (household_no)""", rev);
        Sql.update(connection, """
                insert into membership (person_id, household_id, valid_from, valid_to, relation, birth_date, sex,
                    family_name, given_name, rev)
                select p.id, h.id, from_day::date, coalesce(nullif(to_day, '')::date, 'infinity'), relation::relation,
                    birth_date::date, sex, family_name, given_name, ?
                from members s join household h using (household_no) join person p using (iin)""", rev);
        Sql.update(connection, """
                insert into vital_event (person_id, on_date, kind, rev)
                select p.id, date::date, kind::vital_kind, ? from vital_events s join person p using (iin)""", rev);
        Sql.update(connection, """
                insert into assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev)
                select h.id, from_day::date, coalesce(nullif(to_day, '')::date, 'infinity'), kind::assistance_kind,
                    monthly_amount::numeric, ?
                from assistance_list s join household h using (household_no)""", rev);
        insertOccupations(connection, "occupations", rev);
        Sql.update(connection, """
                insert into registration (person_id, registration_no, valid_from, valid_to, status, rev)
                select p.id, s.iin, from_day::date, coalesce(nullif(to_day, '')::date, 'infinity'),
                    status::registration_status, ?
                from registrations s join person p using (iin)""", rev);
        commit(connection);
        for (String table : FACTS) {
            Sql.update(connection, "vacuum analyze " + table);
        }
    }

    /** The file's spells take the place of those with the same key. */
    public static void correct(Connection connection, SampleFile corrections) throws SQLException, IOException {
        Sql.update(connection, "set local session_replication_role = replica");
        long rev = revision(connection);
        stage(connection, corrections, "corrected");
        Sql.update(connection, """
                update occupation o set superseded_rev = ?
                from corrected s join person p using (iin)
                where o.person_id = p.id and o.source = s.source::occupation_source and o.valid_from = s.from_day::date
                  and o.superseded_rev is null""", rev);
        insertOccupations(connection, "corrected", rev);
        connection.commit();
    }

    private static void insertOccupations(Connection connection, String staged, long rev) throws SQLException {
        Sql.update(connection, """
                insert into occupation (person_id, source, valid_from, valid_to, kind, rev)
                select p.id, source::occupation_source, from_day::date, coalesce(nullif(to_day, '')::date, 'infinity'),
                    kind::occupation_kind, ?
                from %s s join person p using (iin)""".formatted(staged), rev);
    }

    /** The stamp is given here, as no trigger fires. */
    private static long revision(Connection connection) throws SQLException {
        long rev = Revision.open(connection, "bench", "LOAD").id();
        Sql.update(connection, "update revision set recorded_at = clock_timestamp() where id = ?", rev);
        return rev;
    }

    private static void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void stage(Connection connection, SampleFile file, String name) throws SQLException, IOException {
        String table = name.equals("assistance") ? "assistance_list" : name;
        try (var content = file.open()) {
            var heading = new StringBuilder();
            for (int c = content.read(); c != '\n'; c = content.read()) {
                heading.append((char) c);
            }
            String columns = Arrays.stream(
                            heading.toString().replace("\uFEFF", "").strip().split(","))
                    .map(column -> column.equals("from") || column.equals("to") ? column + "_day" : column)
                    .collect(Collectors.joining(" text, ", "", " text"));
            Sql.update(connection, "create temporary table %s (%s) on commit drop".formatted(table, columns));
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format csv, null '\\N')", content);
        }
        Sql.update(connection, "analyze " + table);
    }
}
