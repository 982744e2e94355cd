package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.DISBURSED_ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepaymentDraftTest {

    @ParameterizedTest
    @CsvSource({
        "           , 100, , , , paidOn value.missing",
        "2022-02-03,     , , , , amount value.missing",
        "2022-02-03, 0, , , , amount amount.not-positive",
        "2022-02-03, 1.005, , , , amount amount.decimals",
        "2022-02-03, 100, -1, 101, 0, principal amount.negative",
        "2022-02-03, 100, 101, -1, 0, interest amount.negative",
        "2022-02-03, 100, 101, 0, -1, penalty amount.negative",
        "2022-02-03, 100, 90, 10, , penalty repayment.parts-incomplete",
        "2022-02-03, 100, 90, , 10, interest repayment.parts-incomplete",
        "2022-02-03, 100, , , 10, principal repayment.parts-incomplete",
        "2022-02-03, 100, 90, 10, 0.01, amount repayment.parts-sum",
        "2022-01-02, 100, , , , paidOn repayment.before-disbursement",
        "2922-01-02, 100, , , , paidOn date.range",
    })
    void tellsWhatCannotBe(
            LocalDate paidOn,
            BigDecimal amount,
            BigDecimal principal,
            BigDecimal interest,
            BigDecimal penalty,
            String expected) {
        var draft = new RepaymentDraft(paidOn, amount, principal, interest, penalty);

        assertThat(draft.check(Optional.of(DISBURSED_ON)))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly(expected);
    }

    @Test
    void isPossibleFromTheDayOfDisbursementOn() {
        var draft = new RepaymentDraft(DISBURSED_ON, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO);

        assertThat(draft.check(Optional.of(DISBURSED_ON))).isEmpty();
        assertThat(draft.terms().parts()).contains(LoanFixture.parts("10", "0", "0"));
    }

    @Test
    void isImpossibleOfALoanNotDisbursed() {
        assertThat(new RepaymentDraft(DISBURSED_ON, BigDecimal.TEN, null, null, null).check(Optional.empty()))
                .extracting(error -> error.code())
                .containsExactly("repayment.before-disbursement");
    }

    @Test
    void hasNoPartsWhereTheLenderGivesNone() {
        var draft = new RepaymentDraft(DISBURSED_ON, new BigDecimal("9999999999999.99"), null, null, null);

        assertThat(draft.check(Optional.of(DISBURSED_ON))).isEmpty();
        assertThat(draft.terms().parts()).isEmpty();
    }

    @Test
    void isNotSummedUpWithoutAnAmount() {
        var draft = new RepaymentDraft(DISBURSED_ON, null, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

        assertThat(draft.check(Optional.of(DISBURSED_ON)))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly("amount value.missing");
    }
}
