package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.CreditFixture.BANK_A;
import static kz.ruralincome.domain.credit.CreditFixture.BANK_A_TOO;
import static kz.ruralincome.domain.credit.CreditFixture.BANK_B;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoansTest {

    private CreditFixture credit;

    @BeforeEach
    void twoLenders() throws SQLException {
        credit = CreditFixture.fresh();
    }

    @Test
    void createsOnceAndChangesNothingTheSecondTime() throws SQLException {
        var first = credit.put(BANK_A, "12/2022-А", LOAN);
        var again = credit.put(
                BANK_A, " 12/2022-А ", LOAN.replace("5000000.00", "5000000").replace("2.5", "2.50"));
        var other = credit.put(BANK_A, "12/2022-А", LOAN.replace("\"oked\": \"01410\"", "\"oked\": \"01420\""));

        assertThat(first.created()).isTrue();
        assertThat(again.created()).isFalse();
        assertThat(again.changed()).isFalse();
        assertThat(again.loan().etag()).isEqualTo(first.loan().etag());
        assertThat(other.created()).isFalse();
        assertThat(other.changed()).isTrue();
        assertThat(other.loan().etag()).isNotEqualTo(first.loan().etag());
        assertThat(credit.database().valueOf("select count(*) from loan_version"))
                .isEqualTo(2L);
        assertThat(credit.database().valueOf("select count(*) from person where iin = '850101300015'"))
                .isEqualTo(1L);
        assertThat(credit.database()
                        .valueOf("select count(*) from audit where action = 'loan.put' and person_id is not null"))
                .isEqualTo(3L);
    }

    /** A role alone makes no lender: the account must be one's. */
    @Test
    void areNobodysWhoIsNoLender() throws SQLException {
        credit.database().execute("insert into account (name, role) values ('registry', 'REGISTRY')");
        try (var connection = credit.database().connect()) {
            var store = new LoanStore(connection);
            for (String account : List.of("registry", "nobody")) {
                assertThatThrownBy(() ->
                                store.openOne(account, "1", LoanFixture.draft().terms()))
                        .isInstanceOf(AccessRefused.class)
                        .hasMessageContaining("access.role");
            }
        }
        assertThat(credit.database().valueOf("select count(*) from loan")).isEqualTo(0L);
        assertThat(credit.database().valueOf("select count(*) from person")).isEqualTo(0L);
    }

    @Test
    void comparesContractNumbersInNormalForm() {
        credit.put(BANK_A, "\u0418\u0306-1", LOAN);

        assertThat(credit.find(BANK_A, "\u0419-1").contractNo()).isEqualTo("\u0419-1");
    }

    @Test
    void showsALenderItsOwnLoansOnly() {
        credit.put(BANK_A, "1", LOAN);
        credit.put(BANK_B, "1", LOAN.replace("5000000.00", "100"));

        assertThat(credit.find(BANK_A_TOO, "1").terms().principal()).isEqualByComparingTo("5000000");
        assertThat(credit.find(BANK_B, "1").terms().principal()).isEqualByComparingTo("100");
        credit.put(BANK_A, "2", LOAN);
        assertThatThrownBy(() -> credit.find(BANK_B, "2")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> credit.repay(BANK_B, "2", "p", "{\"paidOn\": \"2022-04-10\", \"amount\": 1}"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> credit.find(BANK_A, "a\u0000b")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesWithEveryReasonAndWritesNothing() throws SQLException {
        assertThatThrownBy(() -> credit.put(BANK_A, "1", """
                        {"iin": "850101300016", "purpose": "FUN", "kato": "999999999", "approvedOn": "2022-03-01",
                         "disbursedOn": "2022-02-01", "principal": 1.001, "annualRate": 2.5, "termMonths": 0,
                         "schedule": "ANNUITY", "status": "ACTIVE"}"""))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting(error -> error.field() + " " + error.code())
                        .contains(
                                "iin iin.checksum",
                                "purpose value.unknown",
                                "kato kato.unknown",
                                "disbursedOn date.before",
                                "principal amount.decimals",
                                "termMonths number.range"));
        assertThat(credit.database().valueOf("select count(*) from loan")).isEqualTo(0L);
        assertThatThrownBy(() -> credit.find(BANK_A, "1")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void guardsACorrectionByTheVersion() {
        String seen = credit.put(BANK_A, "1", LOAN).loan().etag();
        credit.put(BANK_A, "1", LOAN.replace("\"termMonths\": 60", "\"termMonths\": 48"), Optional.of(seen), false);

        assertThatThrownBy(() -> credit.put(
                        BANK_A,
                        "1",
                        LOAN.replace("\"termMonths\": 60", "\"termMonths\": 36"),
                        Optional.of(seen),
                        false))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> credit.put(BANK_A, "new", LOAN, Optional.of("*"), false))
                .isInstanceOf(StaleVersion.class);
        credit.repay(BANK_A, "1", "p1", "{\"paidOn\": \"2022-04-11\", \"amount\": 10000}");
        String now = credit.find(BANK_A, "1").etag();
        assertThat(credit.put(
                                BANK_A,
                                "1",
                                LOAN.replace("\"termMonths\": 60", "\"termMonths\": 36"),
                                Optional.of("\"x\", " + now),
                                false)
                        .changed())
                .isTrue();
        assertThat(credit.put(
                                BANK_A,
                                "1",
                                LOAN.replace("\"termMonths\": 60", "\"termMonths\": 24"),
                                Optional.of("*"),
                                false)
                        .changed())
                .isTrue();
    }

    @Test
    void letsAStatusMoveForwardsOnlyUnlessItIsACorrection() {
        credit.put(BANK_A, "1", LOAN);
        String repaid = LOAN.replace("\"ACTIVE\"", "\"REPAID\", \"closedOn\": \"2023-01-10\"");
        String seen = credit.put(BANK_A, "1", repaid).loan().etag();

        assertThatThrownBy(() -> credit.put(BANK_A, "1", LOAN))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting("code")
                        .containsExactly("loan.status-move"));
        assertThatThrownBy(() -> credit.put(BANK_A, "1", LOAN, Optional.empty(), true))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting("field")
                        .containsExactly("If-Match"));
        var back = credit.put(BANK_A, "1", LOAN, Optional.of(seen), true);
        assertThat(back.loan().warnings()).contains(LoanWarning.STATUS_TAKEN_BACK);
        var later = credit.put(BANK_A, "1", LOAN.replace("01410", "01420"));
        assertThat(later.loan().warnings()).contains(LoanWarning.STATUS_TAKEN_BACK);
    }

    @Test
    void warnsOfWhatLiesOutsideTheProgrammeAndNamesWhatItCannotCheck() throws SQLException {
        var loan = credit.put(BANK_A, "1", LOAN.replace("\"annualRate\": 2.5", "\"annualRate\": 6"));

        assertThat(loan.loan().warnings())
                .containsExactlyInAnyOrder(LoanWarning.RATE_ABOVE_CAP, LoanWarning.CONSENT_MISSING);
        assertThat(loan.loan().notChecked()).containsExactlyInAnyOrder("LOAN_CAP_MCI", "LOAN_GRACE_MONTHS");

        credit.database().execute("""
                insert into consent (person_id, scope, valid_from, valid_to, rev)
                select id, 'LENDER_EXCHANGE', '2022-03-01', '2022-03-02', 1 from person""");
        assertThat(credit.find(BANK_A, "1").warnings()).containsExactly(LoanWarning.RATE_ABOVE_CAP);
    }

    @Test
    void takesRepaymentsOnceAndTakesThemBack() throws SQLException {
        credit.put(BANK_A, "1", LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0"));
        String payment = "{\"paidOn\": \"2022-04-11\", \"amount\": 88736.81}";

        assertThat(credit.repay(BANK_A, "1", "п-1", payment).created()).isTrue();
        assertThat(credit.repay(BANK_A, "1", "п-1", payment.replace("88736.81", "88736.810"))
                        .created())
                .isFalse();
        assertThatThrownBy(() -> credit.repay(BANK_A, "1", "п-1", payment.replace("81}", "82}")))
                .extracting("code")
                .isEqualTo("repayment.conflict");
        var paid = credit.find(BANK_A, "1");
        assertThat(paid.repayments()).hasSize(1);
        assertThat(paid.repayments().get(0).parts().orElseThrow().sum()).isEqualByComparingTo("88736.81");

        assertThat(credit.reverse(BANK_A, "1", "п-1").repayment().repayment().reversed())
                .isTrue();
        assertThat(credit.reverse(BANK_A, "1", "п-1").repayment().repayment().reversed())
                .isTrue();
        assertThat(credit.repay(BANK_A, "1", "п-1", payment).created()).isFalse();
        var back = credit.find(BANK_A, "1");
        assertThat(back.standing().outstanding().principal()).isEqualByComparingTo("5000000");
        assertThat(back.repayments().get(0).repayment().reversed()).isTrue();
        assertThat(credit.database().valueOf("select count(*) from repayment")).isEqualTo(2L);
        assertThatThrownBy(() -> credit.reverse(BANK_A, "1", "p")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refusesARepaymentBeforeTheMoneyAndADisbursementAfterIt() {
        credit.put(BANK_A, "1", LOAN);
        credit.put(BANK_A, "2", LOAN.replace("\"ACTIVE\"", "\"APPROVED\""));

        assertThatThrownBy(() -> credit.repay(BANK_A, "1", "p", "{\"paidOn\": \"2022-03-09\", \"amount\": 1}"))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> credit.repay(BANK_A, "2", "p", "{\"paidOn\": \"2022-03-19\", \"amount\": 1}"))
                .isInstanceOf(InvalidRequest.class);
        credit.repay(BANK_A, "1", "p", "{\"paidOn\": \"2022-03-10\", \"amount\": 1}");
        assertThatThrownBy(() -> credit.put(BANK_A, "1", LOAN.replace("2022-03-10", "2022-03-11")))
                .isInstanceOfSatisfying(InvalidRequest.class, refusal -> assertThat(refusal.errors())
                        .extracting("code")
                        .containsExactly("loan.repaid-before"));
        credit.reverse(BANK_A, "1", "p");
        credit.put(BANK_A, "1", LOAN.replace("2022-03-10", "2022-03-11"));
    }

    @Test
    void keepsThePlanBeforeEachRescheduling() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        credit.put(BANK_A, "1", LOAN.replace("\"status\"", "\"rescheduledOn\": \"2023-04-01\", \"status\""));
        credit.put(BANK_A, "1", LOAN.replace("\"status\"", "\"rescheduledOn\": \"2024-04-01\", \"status\""));
        credit.put(
                BANK_A,
                "1",
                LOAN.replace("\"status\"", "\"rescheduledOn\": \"2024-04-01\", \"status\"")
                        .replace("\"termMonths\": 60", "\"termMonths\": 72"));

        assertThat(credit.find(BANK_A, "1").instalments()).isNotEmpty();
        assertThat(
                        credit.database()
                                .valueOf(
                                        "select plan_from::text || plan_no::text from loan_version where superseded_rev is null"))
                .isEqualTo("{-infinity,2023-04-01,2024-04-01}{1,2,4}");
    }

    @Test
    void keepsTheDayOfAWriteOffWhenItIsRepaidAfterAll() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        credit.put(BANK_A, "1", ended("WRITTEN_OFF", "2022-10-01"));
        credit.put(BANK_A, "1", ended("REPAID", "2023-02-01"));
        credit.put(BANK_A, "1", ended("REPAID", "2023-03-01"));
        credit.age(credit.close());

        assertThat(credit.database().valueOf("""
                        select string_agg(b || ' ' || (coalesce(written_off[n], 0) / 100)::text, ', ' order by n)
                        from loan_line, unnest(borders) with ordinality as x (b, n) where b >= '2022-10-01'""")).isEqualTo("2022-10-01 5000000, 2023-03-01 0");
    }

    @Test
    void forgetsAWriteOffThatIsTakenBack() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        var writtenOff = credit.put(BANK_A, "1", ended("WRITTEN_OFF", "2022-10-01"));
        credit.put(BANK_A, "1", LOAN, Optional.of(writtenOff.loan().etag()), true);
        credit.put(BANK_A, "1", ended("REPAID", "2023-02-01"));

        assertThat(credit.database().valueOf("select count(*) from loan_version where written_off_on is not null"))
                .isEqualTo(0L);
    }

    private static String ended(String status, String day) {
        return LOAN.replace("\"ACTIVE\"", "\"" + status + "\", \"closedOn\": \"" + day + "\"");
    }

    @Test
    void isKnownOnAnEarlierMomentAsItWasThen() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        OffsetDateTime before = credit.close();
        credit.put(BANK_A, "1", LOAN.replace("5000000.00", "4000000.00"));
        OffsetDateTime after = credit.close();

        assertThat(principalsKnownOn(before)).containsExactly("5000000.00");
        assertThat(principalsKnownOn(after)).containsExactly("4000000.00");
    }

    private List<String> principalsKnownOn(OffsetDateTime moment) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return Sql.list(
                    connection,
                    row -> row.getString(1),
                    "with " + Known.CTE + Known.rows("loan_version", "f.principal", "true"),
                    moment);
        }
    }
}
