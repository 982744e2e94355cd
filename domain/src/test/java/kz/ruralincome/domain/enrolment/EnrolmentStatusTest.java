package kz.ruralincome.domain.enrolment;

import static kz.ruralincome.domain.enrolment.EnrolmentStatus.ENROLLED;
import static kz.ruralincome.domain.enrolment.EnrolmentStatus.LEFT;
import static kz.ruralincome.domain.enrolment.EnrolmentStatus.NOT_ENROLLED;
import static kz.ruralincome.domain.enrolment.EnrolmentStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnrolmentStatusTest {

    @Test
    void makesTheseMovesAndNoOthers() {
        Map<EnrolmentStatus, Set<EnrolmentStatus>> moves = Map.of(
                NOT_ENROLLED, Set.of(ENROLLED),
                ENROLLED, Set.of(SUSPENDED, LEFT),
                SUSPENDED, Set.of(ENROLLED, LEFT),
                LEFT, Set.of(ENROLLED));
        for (EnrolmentStatus from : EnrolmentStatus.values()) {
            for (EnrolmentStatus to : EnrolmentStatus.values()) {
                assertThat(from.mayBecome(to))
                        .as(from + " to " + to)
                        .isEqualTo(moves.get(from).contains(to));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENROL, NOT_ENROLLED, true", "ENROL, ENROLLED, false", "ENROL, SUSPENDED, false", "ENROL, LEFT, true",
        "SUSPEND, NOT_ENROLLED, false", "SUSPEND, ENROLLED, true", "SUSPEND, SUSPENDED, false", "SUSPEND, LEFT, false",
        "RESUME, NOT_ENROLLED, false", "RESUME, ENROLLED, false", "RESUME, SUSPENDED, true", "RESUME, LEFT, false",
        "LEAVE, NOT_ENROLLED, false", "LEAVE, ENROLLED, true", "LEAVE, SUSPENDED, true", "LEAVE, LEFT, false"
    })
    void opensTheseSteps(Step step, EnrolmentStatus status, boolean open) {
        assertThat(step.isOpenTo(status)).isEqualTo(open);
    }
}
