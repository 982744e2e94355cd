package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanWarning.GRACE_TOO_LONG;
import static kz.ruralincome.domain.credit.LoanWarning.RATE_ABOVE_CAP;
import static kz.ruralincome.domain.credit.LoanWarning.SUM_ABOVE_CAP;
import static kz.ruralincome.domain.credit.LoanWarning.TERM_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of 2025: 2,500 indices, for processing 8,000, of 3,932 tenge; 60 months, livestock and agriculture 84. */
class ProgrammeTermsTest {

    private static Map<String, BigDecimal> terms() {
        Map<String, BigDecimal> terms = new HashMap<>();
        terms.put("MCI", money("3932"));
        terms.put("LOAN_CAP_MCI", new BigDecimal("2500"));
        terms.put("LOAN_CAP_MCI_PROCESSING", new BigDecimal("8000"));
        terms.put("LOAN_RATE_CAP", new BigDecimal("2.5"));
        terms.put("LOAN_TERM_MONTHS", new BigDecimal("60"));
        terms.put("LOAN_TERM_MONTHS_LIVESTOCK", new BigDecimal("83"));
        terms.put("LOAN_TERM_MONTHS_AGRICULTURE", new BigDecimal("84"));
        terms.put("LOAN_GRACE_MONTHS", new BigDecimal("20"));
        return terms;
    }

    private static ProgrammeTerms.Verdict judge(Map<String, BigDecimal> terms, LoanDraft loan) {
        return new ProgrammeTerms(terms).judge(loan.terms());
    }

    @Test
    void findNothingAtTheBorders() {
        var loan = draft();
        loan.principal = money("9830000");
        loan.termMonths = 83;
        loan.graceMonths = 20;

        var verdict = judge(terms(), loan);

        assertThat(verdict.warnings()).isEmpty();
        assertThat(verdict.notChecked()).isEmpty();
    }

    @Test
    void warnOfEverythingOutside() {
        var loan = draft();
        loan.principal = money("9830000.01");
        loan.annualRate = new BigDecimal("2.51");
        loan.termMonths = 84;
        loan.graceMonths = 21;

        assertThat(judge(terms(), loan).warnings())
                .containsExactly(RATE_ABOVE_CAP, SUM_ABOVE_CAP, TERM_TOO_LONG, GRACE_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({"LIVESTOCK, 83", "CROPS, 84", "PROCESSING, 84", "SERVICES, 60", "TRADE, 60", "CRAFT, 60", "OTHER, 60"})
    void allowATermByPurpose(Purpose purpose, int longest) {
        var loan = draft();
        loan.purpose = purpose;
        loan.termMonths = longest;
        assertThat(judge(terms(), loan).warnings()).isEmpty();

        loan.termMonths = longest + 1;
        assertThat(judge(terms(), loan).warnings()).containsExactly(TERM_TOO_LONG);
    }

    @Test
    void allowProcessingItsOwnSum() {
        var loan = draft();
        loan.purpose = Purpose.PROCESSING;
        loan.principal = money("31456000");
        assertThat(judge(terms(), loan).warnings()).isEmpty();

        loan.principal = money("31456000.01");
        assertThat(judge(terms(), loan).warnings()).containsExactly(SUM_ABOVE_CAP);
    }

    @Test
    void fallBackToTheUsualTermWhereAgricultureHasNone() {
        var terms = terms();
        terms.remove("LOAN_TERM_MONTHS_AGRICULTURE");
        var loan = draft();
        loan.purpose = Purpose.CROPS;
        loan.termMonths = 61;

        assertThat(judge(terms, loan).warnings()).containsExactly(TERM_TOO_LONG);
        assertThat(judge(terms, loan).notChecked()).isEmpty();
    }

    @Test
    void nameWhatCouldNotBeChecked() {
        var verdict = judge(Map.of(), draft());

        assertThat(verdict.warnings()).isEmpty();
        assertThat(verdict.notChecked())
                .containsExactly(
                        "LOAN_RATE_CAP", "LOAN_CAP_MCI", "MCI", "LOAN_TERM_MONTHS_LIVESTOCK", "LOAN_GRACE_MONTHS");
    }

    @Test
    void nameNoParameterThatTheyDoNotAskFor() {
        for (Purpose purpose : Purpose.values()) {
            var loan = draft();
            loan.purpose = purpose;
            assertThat(ProgrammeTerms.PARAMETERS)
                    .containsAll(judge(Map.of(), loan).notChecked());
        }
    }
}
