package kz.ruralincome.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 6, 15);
    private static final DayFacts FINE = new DayFacts(true, false, Optional.of(1), true);
    private static final Standing NOBODY = standing(List.of(), List.of());
    private static final Standing TAKES_PART = standing(List.of(from("2023-01-10", null)), List.of());
    private static final Standing RESTS =
            standing(List.of(from("2023-01-10", null)), List.of(rest("2023-03-01", null)));
    private static final Standing HAS_LEFT = standing(List.of(from("2023-01-10", "2023-04-01")), List.of());

    private static Standing standing(List<Enrolment> enrolments, List<Suspension> suspensions) {
        return new Standing(enrolments, suspensions, Optional.empty(), Optional.empty());
    }

    private static Enrolment from(String from, String to) {
        return new Enrolment(
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Suspension rest(String from, String to) {
        return new Suspension(
                LocalDate.parse(from), Optional.ofNullable(to).map(LocalDate::parse), "reason", Optional.empty());
    }

    private static List<String> enrolling(Standing standing, DayFacts facts, String day) {
        return StepRules.ofEnrolling(LocalDate.parse(day), Optional.empty(), standing, facts, TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-09, NOT_ENROLLED",
        "2023-01-10, ENROLLED",
        "2023-02-28, ENROLLED",
        "2023-03-01, SUSPENDED",
        "2023-06-15, SUSPENDED"
    })
    void tellTheStatusOfADay(LocalDate day, EnrolmentStatus status) {
        assertThat(RESTS.statusOn(day)).isEqualTo(status);
    }

    @Test
    void endARestWithTheTimeInThePilotThatItIsOf() {
        Standing again = standing(
                List.of(from("2023-05-01", null), from("2023-01-10", "2023-04-01")), List.of(rest("2023-03-01", null)));
        assertThat(again.statusOn(LocalDate.of(2023, 3, 31))).isEqualTo(EnrolmentStatus.SUSPENDED);
        assertThat(again.statusOn(LocalDate.of(2023, 4, 1))).isEqualTo(EnrolmentStatus.LEFT);
        assertThat(again.statusOn(LocalDate.of(2023, 5, 1))).isEqualTo(EnrolmentStatus.ENROLLED);
    }

    @Test
    void enrolWhoConsentedAndLivesThere() {
        assertThat(enrolling(NOBODY, FINE, "2023-06-15")).isEmpty();
        assertThat(enrolling(HAS_LEFT, FINE, "2023-04-01")).isEmpty();
    }

    @Test
    void refuseToEnrolWithEveryReason() {
        assertThat(enrolling(NOBODY, FINE, "2023-06-16")).containsExactly("enrolment.date.future");
        assertThat(enrolling(NOBODY, new DayFacts(false, false, Optional.empty(), false), "2023-06-15"))
                .containsExactly("enrolment.no-consent", "enrolment.home-unknown");
        assertThat(enrolling(NOBODY, new DayFacts(true, false, Optional.of(1), false), "2023-06-15"))
                .containsExactly("enrolment.lives-elsewhere");
        assertThat(enrolling(NOBODY, new DayFacts(true, true, Optional.of(1), true), "2023-06-15"))
                .containsExactly("enrolment.away");
        assertThat(enrolling(TAKES_PART, FINE, "2023-06-15")).containsExactly("enrolment.not-from.ENROL.ENROLLED");
        assertThat(enrolling(TAKES_PART, FINE, "2023-01-09")).containsExactly("enrolment.later-one");
        assertThat(enrolling(RESTS, FINE, "2023-06-15")).containsExactly("enrolment.not-from.ENROL.SUSPENDED");
        assertThat(enrolling(HAS_LEFT, FINE, "2023-03-31")).containsExactly("enrolment.not-from.ENROL.ENROLLED");
    }

    @ParameterizedTest
    @CsvSource({"2023-06-09, true", "2023-06-10, false"})
    void refuseToEnrolBeforeTheScreening(String day, boolean refused) {
        var screened = new Standing(List.of(), List.of(), Optional.empty(), Optional.of(LocalDate.parse("2023-06-10")));
        assertThat(enrolling(screened, FINE, day).contains("enrolment.before-screening"))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"2023-06-11, false", "2023-06-12, true", "2023-06-13, true"})
    void refuseToEnrolTheDeadFromTheDayOfDeathOn(String day, boolean refused) {
        var dead = new Standing(List.of(), List.of(), Optional.of(LocalDate.parse("2023-06-12")), Optional.empty());
        assertThat(enrolling(dead, FINE, day).contains("enrolment.died")).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"2023-06-14, true", "2023-06-15, true", "2023-06-16, false"})
    void refuseAPromiseThatIsNotLaterThanTheEnrolment(LocalDate due, boolean refused) {
        assertThat(StepRules.ofEnrolling(TODAY, Optional.of(due), NOBODY, FINE, TODAY)
                        .contains("enrolment.due-before"))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2023-06-15, -",
                "2023-01-10, -",
                "2023-06-16, enrolment.date.future",
                "2023-01-09, enrolment.not-from.SUSPEND.NOT_ENROLLED"
            })
    void suspendWhoTakesPart(LocalDate day, String reason) {
        assertThat(StepRules.ofSuspending(day, TAKES_PART, TODAY))
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void refuseToSuspendBeforeALaterRestOrInASpellThatEnded() {
        LocalDate february = LocalDate.parse("2023-02-01");
        assertThat(StepRules.ofSuspending(february, RESTS, TODAY)).containsExactly("enrolment.later-suspension");
        assertThat(StepRules.ofSuspending(TODAY, RESTS, TODAY)).containsExactly("enrolment.not-from.SUSPEND.SUSPENDED");
        assertThat(StepRules.ofSuspending(february, HAS_LEFT, TODAY)).containsExactly("enrolment.left-later");
        assertThat(StepRules.ofSuspending(TODAY, HAS_LEFT, TODAY)).containsExactly("enrolment.not-from.SUSPEND.LEFT");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2023-03-02, -",
                "2023-06-15, -",
                "2023-03-01, enrolment.date.same-day",
                "2023-02-28, enrolment.not-from.RESUME.ENROLLED",
                "2023-06-16, enrolment.date.future"
            })
    void resumeWhoRests(LocalDate day, String reason) {
        assertThat(StepRules.ofResuming(day, RESTS, TODAY)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void resumeOnce() {
        var rested = standing(List.of(from("2023-01-10", null)), List.of(rest("2023-03-01", "2023-05-01")));
        assertThat(StepRules.ofResuming(LocalDate.parse("2023-04-01"), rested, TODAY))
                .containsExactly("enrolment.resumed-later");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2023-06-15, -",
                "2023-01-11, -",
                "2023-01-10, enrolment.date.same-day",
                "2023-01-09, enrolment.not-from.LEAVE.NOT_ENROLLED",
                "2023-06-16, enrolment.date.future"
            })
    void letGoWhoTakesPart(LocalDate day, String reason) {
        assertThat(StepRules.ofLeaving(day, TAKES_PART, TODAY)).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void letGoWhoRestsButNotOnTheDayThatTheRestBegan() {
        assertThat(StepRules.ofLeaving(TODAY, RESTS, TODAY)).isEmpty();
        assertThat(StepRules.ofLeaving(LocalDate.parse("2023-03-01"), RESTS, TODAY))
                .containsExactly("enrolment.date.same-day");
        assertThat(StepRules.ofLeaving(LocalDate.parse("2023-02-01"), RESTS, TODAY))
                .containsExactly("enrolment.later-suspension");
        assertThat(StepRules.ofLeaving(LocalDate.parse("2023-02-01"), HAS_LEFT, TODAY))
                .containsExactly("enrolment.left-later");
    }
}
