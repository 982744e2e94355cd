package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.CreditFixture.BANK_A;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static kz.ruralincome.domain.credit.CreditFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.shared.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DossierReadingTest {

    private static final Integer[] DISTRICT = {313600000};
    private static final String NO_GRACE = LOAN.replace("\"graceMonths\": 12", "\"graceMonths\": 0");

    private CreditFixture credit;
    private long loan;

    @BeforeEach
    void aLoan() throws SQLException {
        credit = CreditFixture.fresh();
        credit.put(BANK_A, "1", NO_GRACE);
        loan = (Long) credit.database().valueOf("select id from loan");
    }

    @Test
    void showsWhatThePaidSumsPaidOfEachInstalment() throws SQLException {
        credit.repay(BANK_A, "1", "p1", "{\"paidOn\": \"2022-04-11\", \"amount\": 88736.81}");
        credit.repay(BANK_A, "1", "p2", "{\"paidOn\": \"2022-05-10\", \"amount\": 1000}");
        credit.repay(BANK_A, "1", "p3", "{\"paidOn\": \"2022-05-11\", \"amount\": 500}");
        credit.reverse(BANK_A, "1", "p3");
        var dossier = read(Optional.empty(), null);

        assertThat(dossier.instalments()).hasSize(60);
        assertThat(dossier.instalments().get(0).isPaid()).isTrue();
        assertThat(dossier.instalments().get(1).paid()).isEqualByComparingTo("1000");
        assertThat(dossier.instalments().get(2).paid()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(dossier.entries())
                .extracting(entry ->
                        entry.repayment().paymentRef() + entry.repayment().reversed())
                .containsExactly("p1false", "p2false", "p3false", "p3true");
    }

    @Test
    void tellsWhoChangedWhatAndShowsTheLoanAsItWasKnown() throws SQLException {
        OffsetDateTime before = credit.close();
        credit.put(
                BANK_A,
                "1",
                NO_GRACE.replace("\"ACTIVE\"", "\"ACTIVE\", \"reported\": {\"on\": \"2022-06-01\", \"principal\": 1}")
                        .replace("2.5", "2"));
        credit.repay(BANK_A, "1", "p", "{\"paidOn\": \"2022-04-11\", \"amount\": 10}");

        var now = read(Optional.empty(), null);
        assertThat(now.tellings()).hasSize(2).allMatch(telling -> telling.account()
                .equals("bank-a"));
        assertThat(now.tellings().get(1).changes())
                .extracting(LoanChange::field)
                .containsExactly("annualRate", "reported.on", "reported.principal");
        assertThat(now.compared()).hasSize(1).allMatch(LoanDifferences.Compared::differs);

        var then = read(Optional.of(before), null);
        assertThat(then.loan().terms().annualRate()).isEqualByComparingTo("2.5");
        assertThat(then.tellings()).hasSize(1);
        assertThat(then.entries()).isEmpty();
        assertThatThrownBy(() -> read(Optional.of(OffsetDateTime.parse("2020-01-01T00:00:00Z")), null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void opensNoLoanWhoseBorrowerLivesElsewhere() throws SQLException {
        assertThat(read(Optional.empty(), DISTRICT).borrower().id())
                .as("not known where they live: the loan's own unit counts, and the person stays out of reach")
                .isEmpty();
        lives("{313600000}");
        assertThat(read(Optional.empty(), DISTRICT).borrower().id()).isPresent();
        lives("{314000000}");
        assertThatThrownBy(() -> read(Optional.empty(), DISTRICT)).isInstanceOf(NotFoundException.class);
        assertThat(read(Optional.empty(), null).borrower().id()).isPresent();
    }

    @Test
    void leavesALineOfTheAuditTrailForEachPersonShown() throws SQLException {
        credit.database().execute("insert into person (iin) values ('850101300114')");
        credit.put(
                BANK_A,
                "1",
                NO_GRACE.replace(
                        "\"status\"",
                        "\"parties\": [{\"iin\": \"850101300114\", \"role\": \"GUARANTOR\"}], \"status\""));
        var dossier = read(Optional.empty(), null);

        assertThat(dossier.parties()).hasSize(1);
        assertThat(credit.database()
                        .valueOf("select count(distinct person_id) from audit"
                                + " where action = 'loan.opened' and account = 'admin' and details ->> 'loan' = '"
                                + loan
                                + "'"))
                .isEqualTo(2L);
    }

    private void lives(String units) throws SQLException {
        credit.database().execute("""
                insert into timeline (person_id, iin, borders, states, units)
                select id, iin, '{2020-01-01}', '{INACTIVE}', '%s' from person
                on conflict (person_id) do update set units = excluded.units""".formatted(units));
    }

    private LoanDossier read(Optional<OffsetDateTime> asKnownOn, Integer[] units) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return new DossierReading(connection, Optional.ofNullable(units), TODAY).read(loan, asKnownOn, "admin");
        }
    }
}
