package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.LoanOutcomeFixture.BAYZAK;
import static kz.ruralincome.domain.outcome.LoanOutcomeFixture.loan;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import kz.ruralincome.domain.credit.CreditFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule by which loans are counted, on a life or two. */
class LoanOutcomesTest {

    private static final String ONE = "850101300015";
    private static final String OTHER = "900101300007";

    private LoanOutcomeFixture register;

    @BeforeEach
    void fresh() throws SQLException {
        register = new LoanOutcomeFixture();
    }

    private void lend(String contractNo, String loan) {
        register.credit.put(CreditFixture.BANK_A, contractNo, loan);
    }

    private BigDecimal count(String measure, String flowFrom, String asOf) throws SQLException {
        return register.whole(flowFrom, asOf).count(LoanMeasure.get(measure));
    }

    @Test
    void aLoanCountsFromItsFirstTrancheOnWithWhatWasHandedOverBeforeTheDay() throws SQLException {
        lend("1", loan(ONE, "2022-03-01", "2022-03-10").replace("\"status\"", """
                "disbursements": [{"on": "2022-03-10", "amount": 200000}, {"on": "2022-11-10", "amount": 1000000}], "status\""""));
        lend("2", loan(OTHER, "2022-03-01", "2022-12-31"));

        assertThat(count("loans", "2022-03-10", "2022-11-10")).isEqualByComparingTo("1");
        assertThat(count("disbursed", "2022-03-10", "2022-11-10")).isEqualByComparingTo("200000");
        assertThat(count("disbursed", "2022-03-10", "2022-11-11")).isEqualByComparingTo("1200000");
        assertThat(count("loans", "2022-03-11", "2022-12-31")).isZero();
        assertThat(count("loans", "2022-03-11", "2023-01-01")).isEqualByComparingTo("1");
    }

    @Test
    void portfolioAtRiskIsOfTheSameLoans() throws SQLException {
        lend("1", loan(ONE, "2022-03-01", "2022-03-10"));
        lend("2", loan(OTHER, "2021-03-01", "2021-03-10"));

        var whole = register.whole("2022-01-01", "2022-05-12");

        // due on 11 April, since the tenth is a Sunday: 31 days
        assertThat(whole.of(share("par1")).orElseThrow().numerator()).isEqualByComparingTo("1200000");
        assertThat(whole.of(share("par30")).orElseThrow().percent()).hasValue(new BigDecimal("100.0"));
        assertThat(whole.of(share("par60")).orElseThrow().numerator()).isZero();
        assertThat(whole.of(share("repayment-rate")).orElseThrow().denominator())
                .isEqualByComparingTo("200000");
    }

    @Test
    void rescheduledLoansAreLeftOutFromTheDayOfTheRescheduling() throws SQLException {
        lend("1", loan(ONE, "2022-03-01", "2022-03-10"));
        lend(
                "1",
                loan(ONE, "2022-03-01", "2022-03-10")
                        .replace("\"status\"", "\"rescheduledOn\": \"2022-06-15\", \"status\""));

        assertThat(count("outstanding.without-rescheduled", "2022-01-01", "2022-06-14"))
                .isEqualByComparingTo("1200000");
        assertThat(count("outstanding.without-rescheduled", "2022-01-01", "2022-06-15"))
                .isZero();
        assertThat(count("outstanding", "2022-01-01", "2022-06-15")).isEqualByComparingTo("1200000");
    }

    @Test
    void theRowsOfAGroupAddUpToAllLoans() throws SQLException {
        lend("1", loan(ONE, "2022-03-31", "2022-04-10"));
        register.credit.put(CreditFixture.BANK_B, "1", loan(OTHER, "2022-04-01", "2022-04-10"));
        register.life(ONE, "{2020-01-01}", "{UNKNOWN}", "{%d}".formatted(BAYZAK));

        var rows = register.rows("2022-01-01", "2023-01-01");

        Map<LoanGroup, String> keys = rows.stream()
                .filter(row -> row.figures().count(LoanMeasure.LOANS).signum() != 0)
                .collect(Collectors.groupingBy(
                        LoanRow::group, Collectors.mapping(row -> row.key().orElse(""), Collectors.joining(" "))));
        assertThat(keys)
                .isEqualTo(Map.of(
                        LoanGroup.ALL, "",
                        LoanGroup.LENDER, "bank-a bank-b",
                        LoanGroup.TERRITORY, "313600000 none",
                        LoanGroup.PURPOSE, "LIVESTOCK",
                        LoanGroup.QUARTER, "2022-Q1 2022-Q2"));
    }

    private static LoanShare share(String code) {
        return LoanShare.of(code).orElseThrow();
    }
}
