package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.credit.CreditFixture;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CreditIndicatorsTest {

    private static final int BAYZAK = 313600000;
    private static final Place HERE = Place.units(unit -> unit == BAYZAK);
    private static final Place EVERYWHERE = Place.everywhere(310000000, unit -> List.of());

    private CreditFixture credit;

    /** One loan of two tranches of a villager, one of somebody of whom nothing else is known, one that is not disbursed. */
    @BeforeEach
    void loans() throws SQLException {
        credit = CreditFixture.fresh();
        String loan = CreditFixture.LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0");
        credit.put(CreditFixture.BANK_A, "1", loan.replace("\"status\"", """
                "disbursements": [{"on": "2022-03-10", "amount": 1000000}, {"on": "2022-11-10", "amount": 4000000}], "status\""""));
        credit.put(
                CreditFixture.BANK_A,
                "2",
                loan.replace("850101300015", "900101300007")
                        .replace("5000000.00", "1000000.00")
                        .replace("2022-03-10", "2022-12-20"));
        credit.put(CreditFixture.BANK_A, "3", loan.replace("\"ACTIVE\"", "\"APPROVED\""));
        credit.database().execute("""
                insert into timeline (person_id, iin, birth_date, sex, borders, states, units)
                select id, iin, '1985-01-01', 'M', '{2020-01-01}', '{ENTREPRENEUR}', '{313600000}'
                from person where iin = '850101300015'""");
    }

    @Test
    void followTranchesAndWhereBorrowersLiveOnTheirDays() throws SQLException {
        OffsetDateTime known = fresh();

        var spring = ledger(LocalDate.of(2022, 6, 1), known, Population.ALL);
        assertThat(spring.figure(Indicator.CREDIT_LOANS, HERE).value()).hasValueSatisfying(is("1"));
        assertThat(spring.figure(Indicator.CREDIT_DISBURSED, HERE).value()).hasValueSatisfying(is("1000000"));
        var year = ledger(LocalDate.of(2023, 1, 1), known, Population.ALL);
        assertThat(year.figure(Indicator.CREDIT_LOANS, EVERYWHERE).value()).hasValueSatisfying(is("2"));
        assertThat(year.figure(Indicator.CREDIT_DISBURSED, HERE).value()).hasValueSatisfying(is("5000000"));
        assertThat(year.figure(Indicator.CREDIT_DISBURSED, Place.nowhere()).value())
                .hasValueSatisfying(is("1000000"));
        assertThat(year.figure(Indicator.CREDIT_PAR30, EVERYWHERE).value()).hasValueSatisfying(is("83.3"));
        assertThat(year.figure(Indicator.CREDIT_PAR30, Place.nowhere()).value()).hasValueSatisfying(is("0"));
        assertThat(ledger(LocalDate.of(2022, 1, 1), known, Population.ALL)
                        .figure(Indicator.CREDIT_PAR30, EVERYWHERE)
                        .value())
                .isEmpty();
    }

    @Test
    void areWhatWasKnownOnTheMomentWhetherOrNotTheLinesHaveFollowed() throws SQLException {
        OffsetDateTime before = fresh();
        credit.put(CreditFixture.BANK_A, "4", CreditFixture.LOAN.replace("5000000.00", "6000000.00"));
        OffsetDateTime after = credit.close();

        for (int i = 0; i < 2; i++) {
            assertThat(ledger(LocalDate.of(2023, 1, 1), before, Population.ALL)
                            .figure(Indicator.CREDIT_PAR30, EVERYWHERE)
                            .value())
                    .hasValueSatisfying(is("83.3"));
            assertThat(ledger(LocalDate.of(2023, 1, 1), after, Population.ALL)
                            .sum(Quantity.CREDIT_OUTSTANDING, EVERYWHERE))
                    .isEqualByComparingTo("12000000");
            credit.age(credit.close());
        }
    }

    @Test
    void countBorrowersFromTheDayOfTheirFirstMoney() throws SQLException {
        OffsetDateTime known = fresh();

        assertThat(ledger(LocalDate.of(2022, 3, 9), known, Population.BORROWERS).sum(Quantity.ENTREPRENEURS, HERE))
                .isZero();
        var year = ledger(LocalDate.of(2023, 1, 1), known, Population.BORROWERS);
        assertThat(year.sum(Quantity.ENTREPRENEURS, HERE)).isEqualByComparingTo("1");
        assertThat(year.figure(Indicator.CREDIT_LOANS, EVERYWHERE).value()).hasValueSatisfying(is("2"));
    }

    @Test
    void tellHowManyBorrowersStandBehindThem() throws SQLException {
        credit.put(
                CreditFixture.BANK_A,
                "5",
                CreditFixture.LOAN
                        .replace("\"graceMonths\": 12", "\"graceMonths\": 0")
                        .replace("2022-03-10", "2022-04-10"));
        OffsetDateTime known = fresh();

        var year = ledger(LocalDate.of(2023, 1, 1), known, Population.ALL);
        assertThat(year.figure(Indicator.CREDIT_LOANS, HERE).value()).hasValueSatisfying(is("2"));
        assertThat(year.behind(Indicator.CREDIT_LOANS, HERE)).hasValue(1L);
        assertThat(year.behind(Indicator.CREDIT_LOANS, EVERYWHERE)).hasValue(2L);
        assertThat(year.behind(Indicator.CREDIT_DISBURSED, HERE)).hasValue(1L);
        assertThat(year.behind(Indicator.CREDIT_PAR30, HERE)).hasValue(1L);
        assertThat(year.behind(Indicator.ENTREPRENEURS, HERE)).isEmpty();
    }

    private static java.util.function.Consumer<BigDecimal> is(String number) {
        return value -> assertThat(value).isEqualByComparingTo(number);
    }

    /** The moment that both computed tables have followed the facts to. */
    private OffsetDateTime fresh() throws SQLException {
        OffsetDateTime moment = credit.close();
        credit.age(moment);
        credit.database()
                .execute("insert into movement_freshness (fresh_as_of, rules) values ('" + moment + "', '"
                        + Rules.VERSION + "') on conflict (only_one) do update set fresh_as_of = excluded.fresh_as_of");
        return moment;
    }

    private Ledger ledger(LocalDate asOf, OffsetDateTime known, Population population) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            // the villager's timeline stands for every moment here
            try (var statement = connection.createStatement()) {
                statement.execute("update movement_freshness set fresh_as_of = '" + known + "'");
            }
            connection.commit();
            Window window = Window.of(asOf, Optional.empty());
            return LedgerReading.read(connection, List.of(window), population, known)
                    .get(0);
        }
    }
}
