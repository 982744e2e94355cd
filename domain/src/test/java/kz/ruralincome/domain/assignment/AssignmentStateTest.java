package kz.ruralincome.domain.assignment;

import static kz.ruralincome.domain.assignment.AssignmentState.ACCEPTED;
import static kz.ruralincome.domain.assignment.AssignmentState.CLOSED;
import static kz.ruralincome.domain.assignment.AssignmentState.GIVEN;
import static kz.ruralincome.domain.assignment.AssignmentState.REPORTED;
import static kz.ruralincome.domain.assignment.AssignmentState.SENT_BACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssignmentStateTest {

    private static final OffsetDateTime THEN = OffsetDateTime.parse("2022-11-01T04:00:00Z");

    private static Assignment assignment(AssignmentState state, boolean isAccount) {
        return new Assignment(
                1,
                "Бару",
                new Assignment.Owner("owner", isAccount),
                310000000,
                LocalDate.of(2022, 12, 1),
                "giver",
                THEN,
                Assignment.Source.NONE,
                new Assignment.Step(1, state, "giver", THEN, Optional.empty()),
                Optional.empty());
    }

    private static Access access(String account, Role role) {
        return new Access(account, role, Optional.empty(), false);
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, ACCEPTED CLOSED",
        "ACCEPTED, REPORTED CLOSED",
        "REPORTED, SENT_BACK CLOSED",
        "SENT_BACK, REPORTED CLOSED",
        "CLOSED, ''"
    })
    void goesOnlyWhereTheTableLetsIt(AssignmentState state, String next) {
        assertThat(Arrays.stream(AssignmentState.values())
                        .filter(state::mayBecome)
                        .map(Enum::name))
                .containsExactlyInAnyOrder(next.isEmpty() ? new String[0] : next.split(" "));
    }

    @ParameterizedTest
    @EnumSource(AssignmentState.class)
    void isTheOwnersToAcceptAndReportAndTheGiversToJudge(AssignmentState state) {
        var one = assignment(state, true);
        List<AssignmentState> ofOwner = List.of(ACCEPTED, REPORTED);

        assertThat(one.stepsFor(access("owner", Role.COORDINATOR))).allMatch(ofOwner::contains);
        assertThat(one.stepsFor(access("owner", Role.ADMIN))).allMatch(ofOwner::contains);
        assertThat(one.stepsFor(access("giver", Role.AKIMAT))).noneMatch(ofOwner::contains);
        assertThat(one.stepsFor(access("admin", Role.ADMIN))).isEqualTo(one.stepsFor(access("giver", Role.AKIMAT)));
        assertThat(one.stepsFor(access("somebody", Role.AKIMAT))).isEmpty();
        assertThat(one.stepsFor(access("somebody", Role.COORDINATOR))).isEmpty();
    }

    @Test
    void isNotedForAnOfficeByWhoeverJudges() {
        var one = assignment(GIVEN, false);
        assertThat(one.stepsFor(access("giver", Role.AKIMAT))).containsExactly(ACCEPTED, CLOSED);
        assertThat(one.stepsFor(access("owner", Role.AKIMAT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, 2022-12-01, false",
        "GIVEN, 2022-12-02, true",
        "ACCEPTED, 2022-12-02, true",
        "SENT_BACK, 2022-12-02, true",
        "REPORTED, 2022-12-02, false",
        "CLOSED, 2022-12-02, false"
    })
    void isOverdueAfterTheLastDayWhileItWaitsForItsOwner(AssignmentState state, LocalDate day, boolean isOverdue) {
        assertThat(assignment(state, true).isOverdue(day)).isEqualTo(isOverdue);
    }

    @Test
    void demandsAnAnswerOrAReasonWhereSomebodyMustKnowWhy() {
        assertThat(REPORTED.demandsWords(ACCEPTED)).isTrue();
        assertThat(SENT_BACK.demandsWords(REPORTED)).isTrue();
        assertThat(CLOSED.demandsWords(GIVEN)).isTrue();
        assertThat(CLOSED.demandsWords(SENT_BACK)).isTrue();
        assertThat(CLOSED.demandsWords(REPORTED)).isFalse();
        assertThat(ACCEPTED.demandsWords(GIVEN)).isFalse();
    }
}
