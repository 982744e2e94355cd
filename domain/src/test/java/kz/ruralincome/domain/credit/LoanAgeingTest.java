package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.CreditFixture.BANK_A;
import static kz.ruralincome.domain.credit.CreditFixture.BANK_B;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoanAgeingTest {

    private static final LocalDate DAY = CreditFixture.TODAY;

    private CreditFixture credit;

    @BeforeEach
    void lenders() throws SQLException {
        credit = CreditFixture.fresh();
    }

    @Test
    void leavesTheSameByStepsAsAnewAndKnowsEachMomentEverAfter() throws SQLException {
        var random = new Random(7);
        Map<OffsetDateTime, List<String>> knownThen = new HashMap<>();
        for (int night = 0; night < 6; night++) {
            for (int i = 0; i < 8; i++) {
                somethingHappens(random, night);
            }
            OffsetDateTime moment = credit.close();
            age(moment, DAY.plusDays(night * 20L), false);
            knownThen.put(moment, lines("loan_line"));
            assertThat(lines("loan_debt"))
                    .isEqualTo(lines("(select loan_id, person_id, borders, principal, overdue_since from loan_line)"));
            List<String> standings = lines("loan_standing");
            assertThat(lines("loan_tally")).isEqualTo(lines("""
                    (select lender_id, place, findings, count(*)::integer as loans, sum(principal) as principal,
                        sum(overdue_principal + overdue_interest + overdue_penalty) as overdue
                     from loan_standing group by lender_id, place, findings)"""));
            assertThat(age(moment, DAY.plusDays(night * 20L), true).get("loansChanged"))
                    .isZero();
            assertThat(lines("loan_standing")).isEqualTo(standings);
        }
        for (var then : knownThen.entrySet()) {
            try (Connection connection = credit.database().connect()) {
                connection.setAutoCommit(false);
                String table = LoanLines.asKnownOn(connection, then.getKey());
                assertThat(lines(connection, table)).isEqualTo(then.getValue());
            }
        }
    }

    @Test
    void servesEachMomentBetweenWhichNoLoanChanged() throws SQLException {
        OffsetDateTime before = credit.close();
        credit.put(BANK_A, "1", LOAN);
        OffsetDateTime then = credit.close();
        age(credit.close(), DAY, false);

        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            assertThat(LoanLines.asKnownOn(connection, then)).isEqualTo("loan_line");
            assertThat(lines(connection, LoanLines.asKnownOn(connection, before)))
                    .isEmpty();
        }
    }

    @Test
    void saysOfADayWhatTheLenderIsTold() throws SQLException {
        credit.put(BANK_A, "1", LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0"));
        credit.repay(BANK_A, "1", "p", "{\"paidOn\": \"2022-04-11\", \"amount\": 88736.81}");
        credit.put(BANK_A, "2", LOAN.replace("\"ACTIVE\"", "\"APPROVED\""));
        age(credit.close(), DAY, false);

        var told = credit.find(BANK_A, "1").standing();
        assertThat(lines("loan_standing")).hasSize(2);
        assertThat(credit.database()
                        .valueOf("select concat_ws(' ', principal, interest, overdue_principal, date '" + DAY
                                + "' - overdue_since, bucket) from loan_standing where status = 'ACTIVE'"))
                .isEqualTo(told.outstanding().principal() + " "
                        + told.outstanding().interest() + " " + told.overdue().principal() + " " + told.daysPastDue()
                        + " 4");
        assertThat(credit.database().valueOf("select count(*) from loan_line where 'consent.missing' = any (warnings)"))
                .isEqualTo(2L);
    }

    @Test
    void touchesOnlyLoansThatChangedOrAgedABucket() throws SQLException {
        credit.put(BANK_A, "1", LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0"));
        credit.put(BANK_A, "2", LOAN);
        age(credit.close(), LocalDate.of(2022, 4, 12), false);

        var quiet = age(credit.close(), LocalDate.of(2022, 4, 20), false);
        assertThat(quiet.get("loans")).isZero();
        assertThat(quiet.get("standingsChanged")).isZero();
        credit.repay(BANK_A, "2", "p", "{\"paidOn\": \"2022-04-11\", \"amount\": 5}");
        var changed = age(credit.close(), LocalDate.of(2022, 4, 20), false);
        assertThat(changed.get("loans")).isEqualTo(1);
        assertThat(changed.get("loansChanged")).isEqualTo(1);
    }

    @Test
    void followsAChangeOfTheCalendarAndOfAConsent() throws SQLException {
        credit.put(BANK_A, "1", LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0"));
        age(credit.close(), DAY, false);
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            long rev = kz.ruralincome.domain.register.Revision.open(connection, "t", "t")
                    .id();
            Sql.update(
                    connection,
                    "insert into calendar_day (on_date, kind, rev) values ('2022-04-11', 'DAY_OFF', ?)",
                    rev);
            Sql.update(connection, """
                    insert into consent (person_id, scope, valid_from, valid_to, rev)
                    select id, 'LENDER_EXCHANGE', '2022-01-01', 'infinity', ? from person""", rev);
            connection.commit();
        }
        age(credit.close(), DAY, false);

        assertThat(credit.database().valueOf("select overdue_since::text from loan_standing"))
                .isEqualTo("2022-04-12");
        assertThat(credit.database().valueOf("select 'consent.missing' = any (warnings) from loan_line"))
                .isEqualTo(false);
    }

    @Test
    void followsTheOrderOfALenderAndKnowsTheOneOfBefore() throws SQLException {
        credit.put(BANK_A, "1", LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0"));
        credit.repay(BANK_A, "1", "p", "{\"paidOn\": \"2022-06-10\", \"amount\": 50000}");
        credit.put(BANK_B, "1", LOAN);
        OffsetDateTime before = credit.close();
        age(before, DAY, false);
        List<String> then = lines("loan_line");
        assertThat(interestPaid()).isZero();
        credit.execute(connection -> AllotmentOrders.set(
                connection,
                "bank-a",
                List.of(
                        AllotmentStep.INTEREST_DUE,
                        AllotmentStep.OVERDUE_INTEREST,
                        AllotmentStep.PENALTY,
                        AllotmentStep.PRINCIPAL_DUE,
                        AllotmentStep.OVERDUE_PRINCIPAL),
                "admin"));

        var counts = age(credit.close(), DAY, false);
        assertThat(counts.get("loans")).isEqualTo(1);
        assertThat(counts.get("loansChanged")).isEqualTo(1);
        assertThat(interestPaid()).isPositive();
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            assertThat(lines(connection, LoanLines.asKnownOn(connection, before)))
                    .isEqualTo(then);
        }
    }

    private BigDecimal interestPaid() {
        return credit.find(BANK_A, "1")
                .repayments()
                .get(0)
                .parts()
                .orElseThrow()
                .interest();
    }

    private void somethingHappens(Random random, int night) {
        String number = "n" + random.nextInt(6);
        var bank = random.nextBoolean() ? BANK_A : BANK_B;
        try {
            switch (random.nextInt(5)) {
                case 0, 1 ->
                    credit.put(
                            bank,
                            number,
                            LOAN.replace("5000000.00", String.valueOf(1 + random.nextInt(1_000_000)))
                                    .replace(
                                            "\"status\"",
                                            random.nextInt(3) > 0
                                                    ? "\"status\""
                                                    : "\"rescheduledOn\": \"2022-" + (10 + random.nextInt(3))
                                                            + "-01\", \"status\""));
                case 2 ->
                    credit.repay(
                            bank,
                            number,
                            "p" + night + random.nextInt(9),
                            "{\"paidOn\": \"2022-0" + (4 + random.nextInt(5)) + "-11\", \"amount\": "
                                    + (1 + random.nextInt(90_000)) + "}");
                case 3 ->
                    credit.put(
                            bank,
                            number,
                            LOAN.replace(
                                    "\"ACTIVE\"",
                                    (random.nextBoolean() ? "\"WRITTEN_OFF\"" : "\"REPAID\"")
                                            + ", \"closedOn\": \"2023-0" + (1 + random.nextInt(9)) + "-01\""));
                default -> credit.reverse(bank, number, "p" + random.nextInt(night + 1) + random.nextInt(9));
            }
        } catch (kz.ruralincome.domain.shared.DomainException refused) {
            // as it would be in life
        }
    }

    private Map<String, Long> age(OffsetDateTime moment, LocalDate day, boolean full) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            var counts = LoanAgeingUpdate.apply(connection, moment, day, full, null);
            connection.commit();
            return counts;
        }
    }

    private List<String> lines(String table) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return lines(connection, table);
        }
    }

    private static List<String> lines(Connection connection, String table) throws SQLException {
        return Sql.list(connection, row -> row.getString(1), "select t::text from " + table + " t order by 1");
    }
}
