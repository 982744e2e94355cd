package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.parts;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import kz.ruralincome.domain.credit.LoanDifferences.Difference;
import org.junit.jupiter.api.Test;

/** On 10 February 2022 an instalment of 135,102.24 and 17,968.75 is seven days past due. */
class LoanDifferencesTest {

    private static Reported reported(int days, String principal, String interest, String overdue, String late) {
        return new Reported(
                day("2022-02-10"),
                Optional.of(days),
                Optional.of(money(principal)),
                Optional.of(money(interest)),
                Optional.of(money(overdue)),
                Optional.of(money(late)),
                Optional.of(money("500")),
                Optional.of(money("0")));
    }

    private static LoanLedger ledger(Reported reported) {
        var draft = draft();
        draft.reported = reported;
        return LoanFixture.of(draft).ledger();
    }

    @Test
    void areNoneUpToATenge() {
        var reported = reported(7, "8625001", "17967.75", "135102.24", "17969.75");

        assertThat(LoanDifferences.of(reported, ledger(reported))).isEmpty();
    }

    @Test
    void areToldFigureByFigure() {
        var reported = reported(8, "8625001.01", "17967.74", "0", "0");

        assertThat(LoanDifferences.of(reported, ledger(reported)))
                .containsExactly(
                        new Difference("daysPastDue", BigDecimal.valueOf(7), BigDecimal.valueOf(8)),
                        new Difference("principal", money("8625000"), money("8625001.01")),
                        new Difference("interest", money("17968.75"), money("17967.74")),
                        new Difference("overduePrincipal", money("135102.24"), money("0")),
                        new Difference("overdueInterest", money("17968.75"), money("0")));
    }

    @Test
    void areToldOfWhatWasWrittenOff() {
        var draft = draft();
        draft.status = LoanStatus.WRITTEN_OFF;
        draft.closedOn = day("2022-02-10");
        var reported = reported(0, "0", "0", "0", "0");

        assertThat(LoanDifferences.of(reported, LoanFixture.of(draft).ledger()))
                .containsExactly(new Difference("writtenOff", money("8625000"), money("0")));
    }

    @Test
    void areNoneInWhatTheLenderLeftOut() {
        var none = Optional.<BigDecimal>empty();
        var reported = new Reported(day("2022-02-10"), Optional.empty(), none, none, none, none, none, none);

        assertThat(LoanDifferences.of(reported, ledger(reported))).isEmpty();
    }

    @Test
    void leaveThePenaltyToTheLender() {
        var reported = reported(7, "8625000", "17968.75", "135102.24", "17968.75");
        var ledger = ledger(reported);

        assertThat(ledger.at(day("2022-02-09")).overdue().penalty()).isEqualTo(money("0"));
        assertThat(ledger.at(day("2022-02-10")).overdue()).isEqualTo(parts("135102.24", "17968.75", "500"));
    }
}
