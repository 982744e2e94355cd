package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.LoanOutcomeFixture.BAYZAK;
import static kz.ruralincome.domain.outcome.LoanOutcomeFixture.loan;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import kz.ruralincome.domain.credit.CreditFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "2022-05-02, registered.earlier",
        "2022-05-03, registered.within-90-days",
        "2022-07-31, registered.within-90-days",
        "2022-08-01, registered.since-approval",
        "2022-12-31, registered.since-approval",
        "2023-01-01, registered.since-approval",
        "2023-01-02, registered.not",
    })
    void aFirstRegistrationIsToldApartByItsDay(String registeredOn, String measure) throws SQLException {
        lend("1", loan(ONE, "2022-08-01", "2022-08-10"));
        register.registration(ONE, "A", registeredOn, "2040-01-01", "ACTIVE");

        var whole = register.whole("2022-01-01", "2023-01-01");

        assertThat(LoanMeasure.of(LoanMeasure.Family.REGISTERED)
                        .filter(one -> whole.count(one).signum() != 0)
                        .filter(one -> !one.code().equals("registered.from-90-days-before")))
                .extracting(LoanMeasure::code)
                .containsExactly(measure);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-05-02, 2022-10-01, 2024-01-01, 0", // registered too early for that
        "2022-05-03, 2022-10-01, 2024-01-01, 1",
        "2022-09-01, 2023-08-10, 2024-01-01, 1",
        "2022-09-01, 2023-08-11, 2024-01-01, 0", // twelve months and a day after disbursement
        "2022-09-01, 2023-08-10, 2023-08-10, 1",
        "2022-09-01, 2023-08-10, 2023-08-09, 0", // it has not ended yet
    })
    void whoSoonGivesUpARegistrationThatIsAsOldAsTheLoanHadItOnlyForTheLoan(
            String from, String to, String asOf, String number) throws SQLException {
        lend("1", loan(ONE, "2022-08-01", "2022-08-10"));
        register.registration(ONE, "A", from, to, "ACTIVE");

        assertThat(count("only-for-loan", "2022-01-01", asOf)).isEqualByComparingTo(number);
    }

    @Test
    void anotherRegistrationThatTakesOverIsNoEnd() throws SQLException {
        lend("1", loan(ONE, "2022-08-01", "2022-08-10"));
        register.registration(ONE, "A", "2022-09-01", "2022-12-01", "ACTIVE");
        register.registration(ONE, "B", "2022-12-01", "2040-01-01", "ACTIVE");
        assertThat(count("only-for-loan", "2022-01-01", "2024-01-01")).isZero();

        register.registration(ONE, "C", "2022-09-01", "2040-01-01", "SUSPENDED");
        assertThat(count("only-for-loan", "2022-01-01", "2024-01-01")).isZero();
    }

    @Test
    void survivalIsOfThoseWhoCanBeObservedThatLong() throws SQLException {
        lend("1", loan(ONE, "2022-01-31", "2022-02-28"));
        lend("2", loan(OTHER, "2022-01-31", "2022-03-01"));
        register.registration(ONE, "A", "2022-08-28", "2040-01-01", "ACTIVE");
        register.life(ONE, "{2020-01-01,2022-08-28}", "{ASP,ENTREPRENEUR}", "{null,null}");
        register.life(OTHER, "{2020-01-01}", "{ENTREPRENEUR_ON_ASP}", "{null}");

        var whole = register.whole("2022-01-01", "2022-08-31");
        assertThat(whole.of(share("entrepreneur.6")).orElseThrow().numerator()).isEqualByComparingTo("1");
        assertThat(whole.of(share("entrepreneur.6")).orElseThrow().denominator())
                .isEqualByComparingTo("1");
        var later = register.whole("2022-01-01", "2022-09-01");
        assertThat(later.of(share("entrepreneur.6")).orElseThrow().percent()).hasValue(new BigDecimal("50.0"));
        assertThat(later.of(share("entrepreneur.12")).orElseThrow().percent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022-05-01, 2022-06-01, 0", // a renewal that came 31 days late
        "2022-05-01, 2022-06-02, 1",
        "2022-01-01, 2022-03-10, 0", // on the day of the disbursement
        "2022-01-01, 2022-03-11, 1",
    })
    void backOnAssistanceIsWhoHadLeftItForLongerThanALateRenewal(String left, String back, String number)
            throws SQLException {
        lend("1", loan(ONE, "2022-03-01", "2022-03-10"));
        register.life(ONE, "{2020-01-01,%s,%s}".formatted(left, back), "{ASP,ENTREPRENEUR,ASP}", "{null,null,null}");

        assertThat(count("back-on-assistance", "2022-01-01", "2023-01-01")).isEqualByComparingTo(number);
        assertThat(count("assisted-before", "2022-01-01", "2023-01-01")).isEqualByComparingTo("1");
    }

    @Test
    void aBorrowerCountsByTheLoanApprovedFirst() throws SQLException {
        lend("1", loan(ONE, "2022-04-01", "2022-04-10"));
        register.credit.put(CreditFixture.BANK_B, "1", loan(ONE, "2022-03-31", "2022-04-20"));

        var rows = register.rows("2022-01-01", "2023-01-01");

        assertThat(rows.get(0).figures().count(LoanMeasure.LOANS)).isEqualByComparingTo("2");
        assertThat(rows.get(0).figures().count(LoanMeasure.BORROWERS)).isEqualByComparingTo("1");
        assertThat(rows.stream()
                        .filter(row ->
                                row.figures().count(LoanMeasure.BORROWERS).signum() != 0)
                        .flatMap(row -> row.key().stream()))
                .containsExactly("bank-b", "none", "LIVESTOCK", "2022-Q1");
    }

    @ParameterizedTest
    @CsvSource({
        "ENTREPRENEUR, 2040-01-01, 2022-07-02, others", // borrowed a day late
        "ENTREPRENEUR, 2040-01-01, 2022-07-01, borrowers",
        "AWAY, 2040-01-01, , ",
        "DECEASED, 2040-01-01, , ",
        "ENTREPRENEUR, 2022-07-01, , ", // left the pilot
        "ENTREPRENEUR, 2022-07-02, , others",
    })
    void theComparisonBeginsSixMonthsAfterEnrolment(String state, String enrolledTo, String lentOn, String group)
            throws SQLException {
        register.person(ONE);
        if (lentOn != null) {
            lend("1", loan(ONE, "2022-03-01", lentOn));
        }
        register.enrolment(ONE, "2022-01-01", enrolledTo);
        register.life(ONE, "{2020-01-01,2022-07-01}", "{ASP,%s}".formatted(state), "{null,null}");

        var compared = register.found(LoanOutcomeFixture.wanted("2022-07-01", "2023-01-01", register.known()))
                .comparison();

        assertThat(compared.borrowers().count(LoanMeasure.BORROWERS).intValue())
                .isEqualTo("borrowers".equals(group) ? 1 : 0);
        assertThat(compared.others().count(LoanMeasure.BORROWERS).intValue()).isEqualTo("others".equals(group) ? 1 : 0);
        if ("others".equals(group)) {
            assertThat(compared.others().count(LoanMeasure.get("observed.6"))).isEqualByComparingTo("1");
            assertThat(compared.others().count(LoanMeasure.get("entrepreneur.6")))
                    .isEqualByComparingTo("1");
        }
    }

    @Test
    void theComparisonIsOfTheWindowOfTheLandmark() throws SQLException {
        register.person(ONE);
        register.enrolment(ONE, "2022-01-01", "2040-01-01");
        register.life(ONE, "{2020-01-01}", "{ASP}", "{null}");
        OffsetDateTime known = register.known();

        for (String[] window : new String[][] {{"2022-07-02", "2023-01-01"}, {"2022-01-01", "2022-07-01"}}) {
            assertThat(register.found(LoanOutcomeFixture.wanted(window[0], window[1], known))
                            .comparison()
                            .others()
                            .count(LoanMeasure.BORROWERS))
                    .isZero();
        }
    }

    @Test
    void whatRestsOnAListWithoutARowIsNotKnown() throws SQLException {
        lend("1", loan(ONE, "2022-03-01", "2022-03-10"));

        var whole = register.whole("2022-01-01", "2023-01-01");

        assertThat(whole.of(LoanMeasure.NOT_REGISTERED)).isEmpty();
        assertThat(whole.reason(LoanMeasure.NOT_REGISTERED)).hasValue(Reason.NO_DATA);
        assertThat(whole.reason(share("back-on-assistance"))).hasValue(Reason.NO_DATA);
        assertThat(whole.of(LoanMeasure.LOANS)).isPresent();
    }

    private static LoanShare share(String code) {
        return LoanShare.of(code).orElseThrow();
    }
}
