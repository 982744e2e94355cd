package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.parts;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days past due run from the earliest instalment not fully paid. */
class DaysPastDueTest {

    @Test
    void areNoneOnTheDueDateAndOneTheDayAfter() {
        var loan = LoanFixture.of(draft());

        assertThat(loan.at("2022-02-02").outstanding()).isEqualTo(parts("8625000", "0", "0"));
        assertThat(loan.at("2022-02-03").outstanding()).isEqualTo(parts("8625000", "17968.75", "0"));
        assertThat(loan.at("2022-02-03").overdue()).isEqualTo(Parts.NONE);
        assertThat(loan.at("2022-02-03").daysPastDue()).isZero();
        assertThat(loan.at("2022-02-04").daysPastDue()).isEqualTo(1);
        assertThat(loan.at("2022-02-04").overdue()).isEqualTo(parts("135102.24", "17968.75", "0"));
        assertThat(loan.at("2022-02-28").outstanding().interest()).isEqualTo(money("17968.75"));
    }

    @Test
    void runFromTheWorkingDayToWhichADueDateMoved() {
        // 3 July 2022 is a Sunday; 4 July is made a day off.
        var days = new WorkingDays(Set.of(day("2022-07-04")), Set.of());
        var loan = LoanFixture.of(smallDraft()).paid("2022-06-03", "500").ledger(days);

        assertThat(loan.at(day("2022-07-04")).due()).isEqualTo(money("500"));
        assertThat(loan.at(day("2022-07-05")).due()).isEqualTo(money("600"));
        assertThat(loan.at(day("2022-07-05")).daysPastDue()).isZero();
        assertThat(loan.at(day("2022-07-06")).daysPastDue()).isEqualTo(1);
        assertThat(loan.schedule(day("2022-07-06")).get(5).dueOn()).isEqualTo(day("2022-07-03"));
        assertThat(loan.schedule(day("2022-07-06")).get(5).movedTo()).isEqualTo(day("2022-07-05"));
        assertThat(loan.schedule(day("2022-07-06")).get(5).principal()).isEqualTo(money("100"));
    }

    @Test
    void goOnUntilTheEarliestIsFullyPaid() {
        var loan = LoanFixture.of(smallDraft()).paid("2022-03-10", "99.99").paid("2022-03-20", "0.01");

        assertThat(loan.at("2022-03-10").daysPastDue()).isEqualTo(35);
        assertThat(loan.at("2022-03-19").daysPastDue()).isEqualTo(44);
        assertThat(loan.at("2022-03-20").daysPastDue()).isEqualTo(17);
    }

    @Test
    void countInterestAsWellAsPrincipal() {
        var loan = LoanFixture.of(draft()).paid("2022-02-03", "135102.24", "17968.74", "0");

        assertThat(loan.at("2022-02-04").overdue()).isEqualTo(parts("0", "0.01", "0"));
        assertThat(loan.at("2022-02-04").daysPastDue()).isEqualTo(1);
    }

    @Test
    void areNoneBeforeAnythingIsHandedOver() {
        assertThat(LoanFixture.of(draft()).at("2022-01-02").outstanding()).isEqualTo(Parts.NONE);
        assertThat(LoanFixture.of(draft()).at("2022-01-03").outstanding()).isEqualTo(parts("8625000", "0", "0"));
    }

    @Test
    void areNotKeptOffByWorkingDaysThatTheCalendarMovedToAWeekend() {
        // 5 March 2022, a Saturday, was worked; 7 March was a day off.
        var days = new WorkingDays(Set.of(day("2022-03-07"), day("2022-03-08")), Set.of(day("2022-03-05")));

        assertThat(days.move(day("2022-03-05"))).isEqualTo(day("2022-03-05"));
        assertThat(days.move(day("2022-03-06"))).isEqualTo(day("2022-03-09"));
        assertThat(days.move(day("2022-03-04"))).isEqualTo(day("2022-03-04"));
    }

    @Test
    void runFromTheDayOfDisbursementWhereTheLenderMadeAnInstalmentDueThen() {
        var draft = smallDraft();
        draft.schedule = ScheduleKind.OWN;
        draft.instalments = List.of(
                LoanFixture.instalment("2022-01-03", "200", "0"), LoanFixture.instalment("2022-12-03", "1000", "0"));

        assertThat(LoanFixture.of(draft).at("2022-01-04").overdue()).isEqualTo(parts("200", "0", "0"));
    }

    @Test
    void beginWithTheDisbursementWhateverTheLenderReportedBefore() {
        var draft = smallDraft();
        var none = Optional.<BigDecimal>empty();
        draft.reported = new Reported(
                day("2021-12-30"), Optional.empty(), none, none, none, none, Optional.of(money("5")), none);

        var line = LoanFixture.of(draft).ledger().line();

        assertThat(line.get(0).from()).isEqualTo(day("2022-01-03"));
    }
}
