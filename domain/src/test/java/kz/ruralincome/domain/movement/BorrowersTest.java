package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.credit.CreditFixture;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.shared.Rules;
import org.junit.jupiter.api.Test;

class BorrowersTest {

    @Test
    void areCountedFromTheDayTheMoneyWasHandedOverAsItWasKnown() throws SQLException {
        CreditFixture credit = CreditFixture.fresh();
        credit.put(CreditFixture.BANK_A, "1", CreditFixture.LOAN.replace("\"ACTIVE\"", "\"APPROVED\""));
        credit.database().execute("""
                insert into timeline (person_id, iin, birth_date, sex, borders, states, units)
                select id, iin, '1985-01-01', 'M', '{2020-01-01,2022-02-01}', '{ASP,ENTREPRENEUR}', '{313600000,313600000}'
                from person""");
        OffsetDateTime approved = credit.close();
        credit.put(CreditFixture.BANK_A, "1", CreditFixture.LOAN);
        OffsetDateTime disbursed = credit.close();

        assertThat(borrowers(credit, LocalDate.of(2022, 3, 10), approved)).isZero();
        assertThat(borrowers(credit, LocalDate.of(2022, 3, 10), disbursed)).isEqualTo(1);
        assertThat(borrowers(credit, LocalDate.of(2022, 3, 9), disbursed)).isZero();
    }

    private static long borrowers(CreditFixture credit, LocalDate to, OffsetDateTime known) throws SQLException {
        // the timelines stand for every moment here
        credit.database()
                .execute("insert into movement_freshness (fresh_as_of, rules) values ('" + known + "', '"
                        + Rules.VERSION + "') on conflict (only_one) do update set fresh_as_of = excluded.fresh_as_of");
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            var question = new MatrixQuestion(
                    LocalDate.of(2022, 1, 1), to, Optional.empty(), Population.BORROWERS, Optional.empty());
            return MatrixReading.cells(connection, question, known, Place.EVERYWHERE, false).stream()
                    .mapToLong(cell -> cell.persons().orElseThrow())
                    .sum();
        }
    }
}
