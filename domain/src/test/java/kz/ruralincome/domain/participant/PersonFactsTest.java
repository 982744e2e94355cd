package kz.ruralincome.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.Test;

class PersonFactsTest {

    @Test
    void areThoseThatStand() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into person (id, iin) overriding system value values (1, '900101300007');
                    insert into household (id, household_no) overriding system value values (1, 'H-1')""");
            statement.execute("""
                    insert into revision (id, account, purpose) overriding system value values (901, 'registry', 'LOAD');
                    insert into membership (household_id, person_id, valid_from, valid_to, relation, rev)
                    values (1, 1, '2020-01-01', 'infinity', 'HEAD', 901);
                    insert into assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev)
                    values (1, '2022-01-01', '2022-07-01', 'CONDITIONAL', 100, 901)""");
            statement.execute("""
                    insert into revision (id, account, purpose) overriding system value values (902, 'coordinator', 'LOAD');
                    update assistance set superseded_rev = 902;
                    insert into assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev)
                    values (1, '2022-01-01', '2022-10-01', 'CONDITIONAL', 120, 902)""");

            assertThat(PersonFacts.standing(connection, 1))
                    .extracting(entry -> entry.list() + " " + entry.detail().orElse("") + " " + entry.from() + " "
                            + entry.to().orElse(null))
                    .containsExactly("assistance 120.00 2022-01-01 2022-10-01", "members H-1 2020-01-01 null");
        }
    }
}
