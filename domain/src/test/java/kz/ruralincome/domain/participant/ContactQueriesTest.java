package kz.ruralincome.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ContactQueriesTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 1);

    private static Connection connection;

    @BeforeAll
    static void write() throws SQLException {
        connection = PilotDatabase.fresh().connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into revision (id, account, purpose) overriding system value values (1, 'registry', 'LOAD');
                    insert into person (id, iin) overriding system value values
                        (1, '900101300007'), (2, '991231300003'), (3, '900101300811'), (4, '061211600012');
                    insert into household (id, household_no) overriding system value values (1, 'ZH-1'), (2, 'ZH-2');
                    insert into membership (person_id, household_id, valid_from, valid_to, relation, phone, rev) values
                        (1, 1, '2020-01-01', 'infinity', 'HEAD', '+7 (701) 123-45-67', 1),
                        (2, 1, '2020-01-01', '2022-01-01', 'CHILD', '87011234567', 1),
                        (2, 2, '2022-01-01', 'infinity', 'HEAD', '7022222222', 1),
                        (3, 1, '2020-01-01', 'infinity', 'SPOUSE', null, 1),
                        (4, 1, '2020-01-01', 'infinity', 'OTHER', '77011234567', 1);
                    update membership set superseded_rev = 1 where person_id = 4;
                    insert into timeline (person_id, iin, borders, states, units)
                    select id, iin, '{2020-01-01}', '{INACTIVE}', array[case id when 2 then 316600000 else 313600000 end]
                    from person""");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void findByAPhoneInWhateverFormThoseOfTheDayFirst() throws SQLException {
        assertThat(numbers(ContactQueries.byPhone(connection, TODAY, "7011234567", null, 10)))
                .containsExactly("1 now", "2 once");
        assertThat(numbers(ContactQueries.byPhone(connection, TODAY, "7011234567", new Integer[] {316600000}, 10)))
                .containsExactly("2 once");
        assertThat(ContactQueries.byPhone(connection, TODAY, "7019999999", null, 10))
                .isEmpty();
    }

    @Test
    void tellWhoOfThemIsWithinReach() throws SQLException {
        var people = List.of(1, 2, 3);

        assertThat(ReachedPerson.among(connection, TODAY, people, new Integer[] {313600000}))
                .containsExactlyInAnyOrder(1, 3);
        assertThat(ReachedPerson.among(connection, TODAY, people, null)).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void nameAPhoneByAFactInWhichItStands() throws SQLException {
        long key = ContactQueries.key(connection, "7011234567").orElseThrow();

        assertThat(ContactQueries.phone(connection, key)).hasValue("7011234567");
        assertThat(ContactQueries.key(connection, "7019999999")).isEmpty();
        assertThat(ContactQueries.phone(connection, 0)).isEmpty();
    }

    @Test
    void findTheMembersOfAHouseholdInEitherCase() throws SQLException {
        assertThat(numbers(ContactQueries.byHousehold(connection, TODAY, "zh-1", null, 10)))
                .containsExactly("1 now", "3 now", "2 once");
        assertThat(ContactQueries.byHousehold(connection, TODAY, "ZH", null, 10))
                .isEmpty();
    }

    private static List<String> numbers(List<ContactQueries.Found> found) {
        return found.stream()
                .map(one -> one.row().number() + (one.current() ? " now" : " once"))
                .toList();
    }
}
