package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.parts;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is outstanding of a loan that is not running. */
class EndedLoanTest {

    private static LoanFixture ended(LoanStatus status, String closedOn) {
        var draft = smallDraft();
        draft.status = status;
        draft.closedOn = closedOn == null ? null : day(closedOn);
        return LoanFixture.of(draft);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "CANCELLED"})
    void isNothingWhereNothingWasHandedOver(LoanStatus status) {
        var loan = ended(status, null);

        assertThat(loan.ledger().line()).isEmpty();
        assertThat(loan.at("2022-06-01").outstanding()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-06-01").daysPastDue()).isZero();
    }

    @Test
    void isNothingFromTheDayOnWhichItWasRepaidByTheLendersWord() {
        var loan = ended(LoanStatus.REPAID, "2022-05-02");

        assertThat(loan.at("2022-05-01").daysPastDue()).isEqualTo(87);
        assertThat(loan.at("2022-05-02").outstanding()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-05-02").overdueSince()).isEmpty();
        assertThat(loan.at("2023-05-02").daysPastDue()).isZero();
        assertThat(loan.at("2023-05-02").due()).isEqualTo(money("300"));
        assertThat(loan.at("2023-05-02").paid()).isEqualTo(money("300"));
    }

    @Test
    void standsApartOnceWrittenOffUntilItIsRecovered() {
        var loan = ended(LoanStatus.WRITTEN_OFF, "2022-05-02")
                .paid("2022-02-03", "100")
                .paid("2022-09-01", "250");

        assertThat(loan.at("2022-05-01").overdue()).isEqualTo(parts("200", "0", "0"));
        assertThat(loan.at("2022-05-02").outstanding()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-05-02").overdue()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-05-02").daysPastDue()).isZero();
        assertThat(loan.at("2022-05-02").writtenOff()).isEqualTo(money("1100"));
        assertThat(loan.at("2022-09-01").writtenOff()).isEqualTo(money("850"));
    }

    @Test
    void standsApartFromTheWriteOffUntilTheDayOnWhichItWasRepaidAfterAll() {
        var loan = ended(LoanStatus.REPAID, "2022-09-01")
                .writtenOffOn("2022-05-02")
                .paid("2022-02-03", "100");

        assertThat(loan.at("2022-05-01").overdue()).isEqualTo(parts("200", "0", "0"));
        assertThat(loan.at("2022-05-02").outstanding()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-05-02").writtenOff()).isEqualTo(money("1100"));
        assertThat(loan.at("2022-08-31").daysPastDue()).isZero();
        assertThat(loan.at("2022-08-31").writtenOff()).isEqualTo(money("1100"));
        assertThat(loan.at("2022-08-31").paid()).isEqualTo(money("100"));
        assertThat(loan.at("2022-09-01").writtenOff()).isEqualTo(money("0"));
        assertThat(loan.at("2022-09-01").due()).isEqualTo(money("300"));
        assertThat(loan.at("2022-09-01").paid()).isEqualTo(money("300"));
    }

    @Test
    void isRepaidNoEarlierThanWrittenOffUnlessTheLenderSaysSo() {
        var unsaid = ended(LoanStatus.REPAID, null).writtenOffOn("2022-05-02");
        assertThat(unsaid.at("2022-05-01").outstanding().principal()).isEqualTo(money("1200"));
        assertThat(unsaid.at("2022-05-02").outstanding()).isEqualTo(Parts.NONE);

        var said = ended(LoanStatus.REPAID, "2022-04-02").writtenOffOn("2022-05-02");
        assertThat(said.at("2022-04-02").outstanding()).isEqualTo(Parts.NONE);
        assertThat(said.at("2022-05-02").writtenOff()).isEqualTo(money("0"));
    }

    @Test
    void keepsWhatHadFallenDueAtTheWriteOffInTheRepaymentRate() {
        var loan = ended(LoanStatus.WRITTEN_OFF, "2022-05-02")
                .paid("2022-02-03", "100")
                .paid("2022-09-01", "150");

        assertThat(loan.at("2022-12-31").due()).isEqualTo(money("300"));
        assertThat(loan.at("2022-08-31").paid()).isEqualTo(money("100"));
        assertThat(loan.at("2022-09-01").paid()).isEqualTo(money("250"));
    }

    @Test
    void letsAnInstalmentWhoseDayWasAboutToComeFallDueNoMore() {
        // 3 April 2022 is a Sunday.
        var loan = ended(LoanStatus.WRITTEN_OFF, "2022-04-03").ledger(WorkingDays.MONDAY_TO_FRIDAY);

        assertThat(loan.at(day("2022-12-31")).due()).isEqualTo(money("200"));
        assertThat(loan.at(day("2022-12-31")).writtenOff()).isEqualTo(money("1200"));
    }

    @Test
    void endsOnTheLastDayThatTheLenderSpokeOfWhereItDoesNotSay() {
        var loan = ended(LoanStatus.REPAID, null).paid("2022-02-03", "100").paid("2022-04-20", "1100");

        assertThat(loan.at("2022-04-19").outstanding().principal()).isEqualTo(money("1100"));
        assertThat(loan.at("2022-04-20").outstanding()).isEqualTo(Parts.NONE);

        var draft = smallDraft();
        draft.status = LoanStatus.WRITTEN_OFF;
        var none = Optional.<java.math.BigDecimal>empty();
        draft.reported = new Reported(day("2022-06-30"), Optional.empty(), none, none, none, none, none, none);
        assertThat(LoanFixture.of(draft).at("2022-06-29").writtenOff()).isEqualTo(money("0"));
        assertThat(LoanFixture.of(draft).at("2022-06-30").writtenOff()).isEqualTo(money("1200"));
    }

    @Test
    void keepsTheWholeScheduleInForce() {
        assertThat(ended(LoanStatus.REPAID, "2022-05-02").schedule()).hasSize(12);
    }

    @Test
    void theLineEndsWhenEverythingIsPaid() {
        var ledger = LoanFixture.of(draft()).paid("2022-01-20", "8625000").ledger();

        assertThat(ledger.line()).extracting(AgeingStep::from).containsExactly(day("2022-01-03"), day("2022-01-20"));
    }

    @Test
    void doesNotEndWithARepaymentThatWasTakenBack() {
        var loan = ended(LoanStatus.REPAID, null)
                .paid("2022-04-20", "1200")
                .paid("2022-06-20", "1200")
                .reversed();

        assertThat(loan.at("2022-04-19").outstanding().principal()).isEqualTo(money("1200"));
        assertThat(loan.ledger().line()).extracting(AgeingStep::from).endsWith(day("2022-04-20"));
    }
}
