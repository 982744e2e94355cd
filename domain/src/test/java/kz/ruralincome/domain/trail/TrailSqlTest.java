package kz.ruralincome.domain.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trail of 60,000 lines, most of them calls of machines, is found by filter along the index of that filter. */
class TrailSqlTest {

    private static final int LINES = 60_000;

    private static Connection connection;
    private static TrailSql trail;

    @BeforeAll
    static void write() throws SQLException {
        var database = PilotDatabase.fresh();
        database.execute("""
                insert into person (iin) select lpad(n::text, 12, '0') from generate_series(1, 2000) n;
                insert into audit (at, account, action, person_id, details)
                select timestamptz '2022-12-01 00:00+06' + n / 3 * interval '1 minute', -- three lines a moment
                    case when n %% 10 < 8 then 'bank-a' when n %% 10 = 8 then 'coordinator' else 'admin' end,
                    case when n %% 10 < 8 then 'call'
                         when n = 59999 then 'user.closed'
                         when n %% 20 = 8 then 'participant.listed' else 'participant.opened' end,
                    case when n %% 10 >= 8 and n < 59999 then n %% 2000 + 1 end,
                    '{}'
                from generate_series(0, %d) n;
                analyze audit""".formatted(LINES - 1));
        connection = database.connect();
        trail = new TrailSql(connection);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', 60000",
        "coordinator, '', '', '', 6000",
        "'', participant.listed, '', '', 3000",
        "'', call, '', '', 48000",
        "coordinator, participant.opened, '', '', 3000",
        "coordinator, call, '', '', 0",
        "'', user.closed, '', '', 1",
        "'', '', 2022-12-02, 2022-12-02, 4320",
        "'', '', 2022-12-14, '', 3840",
        "'', '', '', 2022-12-01, 4320",
        "admin, participant.opened, 2022-12-02, 2022-12-03, 864"
    })
    void findsEveryLineOnceWhateverTheSizeOfThePages(
            String account, String action, String from, String to, int expected) throws SQLException {
        var filter = new TrailFilter(text(account), text(action), day(from), day(to), Optional.empty());

        List<TrailLine> all = new ArrayList<>();
        TrailPlace after = null;
        List<TrailLine> page;
        do {
            page = trail.page(filter, Optional.empty(), after, 997);
            all.addAll(page);
            after = page.isEmpty()
                    ? null
                    : TrailPlace.read(page.get(page.size() - 1).place().toString());
        } while (!page.isEmpty());

        assertThat(all).hasSize(expected).extracting(TrailLine::id).doesNotHaveDuplicates();
        for (int line = 1; line < all.size(); line++) {
            assertThat(all.get(line).at()).isBeforeOrEqualTo(all.get(line - 1).at());
        }
    }

    @Test
    void findsWhoSawAPerson() throws SQLException {
        var person = Sql.first(connection, UUID.class, "select public_id from person where id = 9")
                .orElseThrow();
        Optional<Integer> number = trail.person(person);

        assertThat(trail.page(TrailFilter.ALL, number, null, 10_000))
                .hasSize(LINES / 2000)
                .allSatisfy(line -> assertThat(line.person()).hasValue(person));
        assertThat(trail.person(UUID.randomUUID())).isEmpty();
    }

    @Test
    void knowsWhoAndWhatStandsInIt() throws SQLException {
        assertThat(trail.accounts()).containsExactly("admin", "bank-a", "coordinator");
        assertThat(trail.actions()).containsExactly("participant.listed", "participant.opened", "user.closed");
    }

    @ParameterizedTest
    @CsvSource({
        "at >= '2022-12-14', audit_at",
        "account = 'coordinator', audit_account",
        "action = 'user.closed' and action <> 'call', audit_action",
        "account = 'coordinator' and action = 'participant.opened' and action <> 'call', audit_account_action",
        "person_id = 9, audit_person"
    })
    void walksAlongAnIndex(String condition, String index) throws SQLException {
        String plan = String.join(
                "\n",
                Sql.list(
                        connection,
                        row -> row.getString(1),
                        "explain select * from audit where " + condition + " order by at desc, id desc limit 101"));

        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    @ParameterizedTest
    @CsvSource({"''", "17", "x.1", "1.x", ".1"})
    void refusesAForeignPlace(String cursor) {
        assertThatThrownBy(() -> TrailPlace.read(cursor)).isInstanceOf(InvalidRequest.class);
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Optional<LocalDate> day(String text) {
        return text(text).map(LocalDate::parse);
    }
}
