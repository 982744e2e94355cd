package kz.ruralincome.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PersonQueriesTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 1);
    private static final Integer[] BAYZAK = {313600000, 313645000};

    private static Connection connection;

    @BeforeAll
    static void write() throws SQLException {
        connection = PilotDatabase.fresh().connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into person (id, iin) overriding system value values
                        (1, '900101300007'), (2, '991231300003'), (3, '900101300811'), (4, '061211600012');
                    insert into person_card (person_id, family_name, given_name, patronymic, search_name)
                    select id, family, given, father, search_name(family, given, father)
                    from (values (1, 'Өмірбаев', 'Қанат', 'Сүйіндікұлы'), (2, 'Смағұлов', 'Ерлан', null),
                        (3, 'Иванова', 'Айгүл', null)) card (id, family, given, father);
                    insert into timeline (person_id, iin, borders, states, units) values
                        (1, '900101300007', '{2020-01-01,2023-01-01}', '{ASP,ENTREPRENEUR}', '{314000000,313645000}'),
                        (2, '991231300003', '{2020-01-01}', '{ASP}', '{314000000}'),
                        (3, '900101300811', '{2020-01-01}', '{UNEMPLOYED}', '{null}')""");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void findByIinWhereTheyLiveToday() throws SQLException {
        var found = PersonQueries.byIin(connection, TODAY, new Iin("900101300007"), BAYZAK)
                .orElseThrow()
                .summary();

        assertThat(found.name()).isEqualTo("Өмірбаев Қанат Сүйіндікұлы");
        assertThat(found.territory()).hasValue(313645000);
        assertThat(found.state()).isEqualTo(State.ENTREPRENEUR);
        assertThat(PersonQueries.byIin(connection, TODAY.minusDays(1), new Iin("900101300007"), BAYZAK))
                .isEmpty();
    }

    @Test
    void findWhomNoRunHasSeenYetOnlyWithoutATerritory() throws SQLException {
        assertThat(PersonQueries.byIin(connection, TODAY, new Iin("061211600012"), null)
                        .orElseThrow()
                        .summary()
                        .state())
                .isEqualTo(State.UNKNOWN);
        assertThat(PersonQueries.byIin(connection, TODAY, new Iin("061211600012"), BAYZAK))
                .isEmpty();
    }

    @Test
    void findNamesWithALetterWrongInAnyOrder() throws SQLException {
        assertThat(numbers(List.of("ерлан", "Смагулав"), null)).containsExactly(2);
        assertThat(numbers(List.of("ӨМІРБАЕВ"), null)).containsExactly(1);
        assertThat(numbers(List.of("Айгуль"), BAYZAK)).isEmpty();
    }

    @Test
    void findNamesInTheRussianSpelling() throws SQLException {
        assertThat(numbers(List.of("АЙГУЛЬ"), null)).containsExactly(3);
        assertThat(numbers(List.of("Омирбаев", "Канат"), null)).containsExactly(1);
    }

    @Test
    void findByTheBeginningOfAShortWord() throws SQLException {
        assertThat(numbers(List.of("иванова", "Ай"), null)).containsExactly(3);
        assertThat(numbers(List.of("иванова", "гу"), null)).isEmpty();
    }

    @Test
    void goOnAfterTheLastPersonOfAPage() throws SQLException {
        List<String> words = List.of("қанат");
        try (var statement = connection.createStatement()) {
            statement.execute("set local pg_trgm.word_similarity_threshold = 0.1");
        }
        var all = PersonQueries.byName(connection, TODAY, words, null, null, 10);
        UUID first = all.get(0).summary().id();

        var rest = PersonQueries.byName(connection, TODAY, words, null, first, 10);

        assertThat(rest).isEqualTo(all.subList(1, all.size()));
    }

    @Test
    void showTheNamesAsTheyWereTypedFirstAndTheSimilarOnesAfterThem() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("savepoint before_more");
            for (int id = 10; id < 15; id++) {
                Sql.update(
                        connection, "insert into person (id, iin) overriding system value values (?, ?)", id, iin(id));
            }
            statement.execute("""
                    insert into person_card (person_id, family_name, given_name, search_name)
                    select id, family, given, search_name(family, given, null)
                    from (values (10, 'Касымов', 'Канат'), (11, 'Касымова', 'Дана'), (12, 'Косымов', 'Ян'), (13, 'Касымов', 'Али'),
                        (14, 'Касы_ов', 'Али')) card (id, family, given);""");
            assertThat(numbersOnly(List.of("касымов"), 10)).containsExactly(13, 10, 11, 14, 12);
            assertThat(numbersOnly(List.of("касы_"), 10)).startsWith(14);
            assertThat(numbersOnly(List.of("касымов", "али"), 10)).startsWith(13);
            var paged = new ArrayList<Integer>();
            UUID last = null;
            for (int page = 0; page < 3; page++) {
                var rows = PersonQueries.byName(connection, TODAY, List.of("касымов"), null, last, 2);
                rows.forEach(row -> paged.add(row.number()));
                last = rows.get(rows.size() - 1).summary().id();
            }
            assertThat(paged).containsExactly(13, 10, 11, 14, 12);
            statement.execute("rollback to savepoint before_more");
        }
    }

    private static String iin(int id) {
        String digits = "8501013%04d".formatted(id);
        int check = Iin.checkDigit(digits);
        return check < 10 ? digits + check : iin(id + 1000);
    }

    private static List<Integer> numbersOnly(List<String> words, int limit) throws SQLException {
        return PersonQueries.byName(connection, TODAY, words, null, null, limit).stream()
                .map(PersonQueries.Row::number)
                .toList();
    }

    @Test
    void readTheFileOfAPersonWithoutFacts() throws SQLException {
        var row = PersonQueries.byIin(connection, TODAY, new Iin("900101300007"), null)
                .orElseThrow();

        assertThat(Participants.file(connection, row).standing()).isEmpty();
    }

    private static List<Integer> numbers(List<String> words, Integer[] units) throws SQLException {
        return PersonQueries.byName(connection, TODAY, words, units, null, 10).stream()
                .map(PersonQueries.Row::number)
                .toList();
    }
}
