package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which plans a loan has after new terms came. */
class RepaymentPlanTest {

    private static LoanTerms terms(String rescheduledOn, int termMonths) {
        var draft = draft();
        draft.rescheduledOn = rescheduledOn == null ? null : day(rescheduledOn);
        draft.termMonths = termMonths;
        return draft.terms();
    }

    private static List<RepaymentPlan> plans(LoanTerms... said) {
        List<RepaymentPlan> plans = List.of();
        for (LoanTerms terms : said) {
            plans = RepaymentPlan.after(plans, terms);
        }
        return plans;
    }

    @Test
    void aCorrectionTakesThePlaceOfTheFirst() {
        assertThat(plans(terms(null, 60), terms(null, 48)))
                .extracting(RepaymentPlan::termMonths)
                .containsExactly(48);
    }

    @Test
    void eachReschedulingAddsOne() {
        assertThat(plans(terms(null, 60), terms("2023-01-10", 72), terms("2024-01-10", 84)))
                .extracting(RepaymentPlan::termMonths)
                .containsExactly(60, 72, 84);
    }

    @Test
    void theSameDayCorrectsTheLast() {
        assertThat(plans(terms(null, 60), terms("2023-01-10", 72), terms("2023-01-10", 75)))
                .extracting(RepaymentPlan::termMonths)
                .containsExactly(60, 75);
    }

    @Test
    void anEarlierDayTakesThePlaceOfAllFromThereOn() {
        assertThat(plans(terms(null, 60), terms("2023-01-10", 72), terms("2024-01-10", 84), terms("2023-01-09", 90)))
                .extracting(RepaymentPlan::termMonths)
                .containsExactly(60, 90);
    }

    @Test
    void termsWithoutAReschedulingAreTheOnlyPlan() {
        assertThat(plans(terms(null, 60), terms("2023-01-10", 72), terms(null, 60)))
                .extracting(RepaymentPlan::termMonths)
                .containsExactly(60);
    }

    @Test
    void theFirstMayBeginWithARescheduling() {
        assertThat(plans(terms("2023-01-10", 72)))
                .extracting(RepaymentPlan::from)
                .containsExactly(java.util.Optional.of(day("2023-01-10")));
    }
}
