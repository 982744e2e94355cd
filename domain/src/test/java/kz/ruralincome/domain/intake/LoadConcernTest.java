package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.Test;

class LoadConcernTest {

    private static final Integer[] BAYZAK = {313600000, 313645000};

    /** Name, list, state, rejected, dry run, account, its unit; the names in the order of receipt. */
    private static final String LOADS = """
            insert into unit values (313600000), (316600000);
            insert into load (file_name, list, state, rejected, dry_run, account, account_unit, media_type, file_size, file_hash)
            values
                ('mended', 'members', 'DONE', 3, false, 'registry', null, 'text/csv', 1, ''),
                ('clean', 'members', 'DONE', 0, false, 'registry', null, 'text/csv', 1, ''),
                ('errors', 'members', 'DONE', 2, false, 'registry', null, 'text/csv', 1, ''),
                ('only tried', 'members', 'DONE', 0, true, 'registry', null, 'text/csv', 1, ''),
                ('tried with errors', 'payments', 'DONE', 2, true, 'registry', null, 'text/csv', 1, ''),
                ('failed', 'payments', 'FAILED', 0, false, 'coordinator-bayzak', 313600000, 'text/csv', 1, ''),
                ('of another', 'payments', 'DONE', 0, false, 'registry', null, 'text/csv', 1, ''),
                ('held', 'assistance', 'HELD', 0, false, 'coordinator-bayzak', 313600000, 'text/csv', 1, ''),
                ('held elsewhere', 'assistance', 'HELD', 0, false, 'coordinator-shu', 316600000, 'text/csv', 1, ''),
                ('withdrawn', 'assistance', 'WITHDRAWN', 5, false, 'registry', null, 'text/csv', 1, '')""";

    @Test
    void holdForLoadsThatWaitAndThoseWhoseErrorsWereNotMended() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect();
                var statement = connection.createStatement()) {
            statement.execute(LOADS);

            assertThat(names(connection, LoadConcern.HELD, null)).containsExactly("held elsewhere", "held");
            assertThat(names(connection, LoadConcern.WITH_ERRORS, null)).containsExactly("failed", "errors");
            assertThat(names(connection, LoadConcern.HELD, BAYZAK)).containsExactly("held");
            assertThat(names(connection, LoadConcern.WITH_ERRORS, BAYZAK)).containsExactly("failed");
        }
    }

    @Test
    void outlivesAFormOfTheSameAccount() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into load (file_name, list, state, rejected, dry_run, of_form, account, media_type, file_size, file_hash)
                    values ('errors', 'members', 'DONE', 3, false, false, 'aigul', 'text/csv', 1, ''),
                           ('screening-1.csv', 'members', 'DONE', 0, false, true, 'aigul', 'text/csv', 1, '')""");
            assertThat(names(connection, LoadConcern.WITH_ERRORS, null)).containsExactly("errors");
        }
    }

    @Test
    void endsWithTheLastRowMendedOrTheFileSentAgainUnderMappedHeadings() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into load (id, file_name, list, state, rejected, dry_run, account, media_type, file_size, file_hash, mends)
                    values ('00000000-0000-0000-0000-000000000001', 'own headings', 'members', 'FAILED', 0, false, 'a', 'text/csv', 1, '', null),
                           ('00000000-0000-0000-0000-000000000002', 'two rejected', 'members', 'DONE', 2, false, 'a', 'text/csv', 1, '',
                            '00000000-0000-0000-0000-000000000001'),
                           ('00000000-0000-0000-0000-000000000003', 'one mended', 'members', 'DONE', 0, false, 'a', 'text/csv', 1, '',
                            '00000000-0000-0000-0000-000000000002');
                    insert into mended_row (load_id, row_no, cells, account, sent_in)
                    values ('00000000-0000-0000-0000-000000000002', 1, '{}', 'a', '00000000-0000-0000-0000-000000000003')""");
            assertThat(names(connection, LoadConcern.WITH_ERRORS, null)).containsExactly("two rejected");
            statement.execute("""
                    insert into mended_row (load_id, row_no, cells, account, sent_in)
                    values ('00000000-0000-0000-0000-000000000002', 2, '{}', 'a', '00000000-0000-0000-0000-000000000003')""");
            assertThat(names(connection, LoadConcern.WITH_ERRORS, null)).isEmpty();
        }
    }

    @Test
    void endsWhenSomebodyHasSaidThatItNeedNotBeMended() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect();
                var statement = connection.createStatement()) {
            statement.execute(LOADS);
            var loads = new Loads(connection);
            UUID failed = id(statement, "failed");

            assertThat(loads.holds(failed, LoadConcern.WITH_ERRORS)).isTrue();
            assertThat(loads.setAside(id(statement, "clean"), "aigul", "no errors"))
                    .isFalse();
            assertThat(loads.setAside(failed, "aigul", "the wrong file")).isTrue();
            assertThat(loads.setAside(failed, "aigul", "once more")).isFalse();
            assertThat(loads.setAside(failed))
                    .hasValueSatisfying(told -> assertThat(told.reason()).isEqualTo("the wrong file"));
            assertThat(loads.holds(failed, LoadConcern.WITH_ERRORS)).isFalse();
            assertThat(names(connection, LoadConcern.WITH_ERRORS, null)).containsExactly("errors");
        }
    }

    private static UUID id(Statement statement, String file) throws SQLException {
        try (var rows = statement.executeQuery("select id from load where file_name = '" + file + "'")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }

    @Test
    void isCountedByTheIndexesMadeForIt() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect();
                var statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            assertThat(plan(statement, LoadConcern.HELD)).contains("load_concern");
            assertThat(plan(statement, LoadConcern.WITH_ERRORS)).contains("load_concern", "load_clean");
        }
    }

    private static String plan(Statement statement, LoadConcern concern) throws SQLException {
        var plan = new StringBuilder();
        try (var rows = statement.executeQuery("explain select count(*) from load where " + concern.condition())) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    /** Also looks whether they are as many as are counted. */
    private static List<String> names(Connection connection, LoadConcern concern, Integer[] units) throws SQLException {
        var loads = new Loads(connection);
        List<String> names = loads.before(null, null, units, concern, Long.MAX_VALUE, 100).stream()
                .map(load -> load.fileName().orElseThrow())
                .toList();
        assertThat(loads.count(units, concern)).isEqualTo(names.size());
        return names;
    }
}
