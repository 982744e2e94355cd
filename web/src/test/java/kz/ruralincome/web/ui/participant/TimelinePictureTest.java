package kz.ruralincome.web.ui.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.movement.State;
import org.junit.jupiter.api.Test;

class TimelinePictureTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 1);

    @Test
    void drawsPeriodsSideBySideUpToToday() {
        var picture = TimelinePicture.of(
                List.of(
                        new Period(State.ASP, LocalDate.of(2021, 1, 1), Optional.of(LocalDate.of(2022, 1, 1))),
                        new Period(State.ENTREPRENEUR, LocalDate.of(2022, 1, 1), Optional.empty())),
                TODAY);

        assertThat(picture.bars())
                .containsExactly(
                        new TimelinePicture.Bar(State.ASP, 0, 500),
                        new TimelinePicture.Bar(State.ENTREPRENEUR, 500, 500));
        assertThat(picture.years()).extracting(TimelinePicture.Year::year).containsExactly(2022, 2023);
    }

    @Test
    void isEmptyForWhomNothingIsKnown() {
        assertThat(TimelinePicture.of(List.of(), TODAY).bars()).isEmpty();
    }

    @Test
    void showsEvenTheShortestPeriodAndOneThatBeginsAfterToday() {
        var picture = TimelinePicture.of(
                List.of(
                        new Period(State.ASP, LocalDate.of(1990, 1, 1), Optional.of(LocalDate.of(1990, 1, 2))),
                        new Period(State.UNKNOWN, LocalDate.of(1990, 1, 2), Optional.of(LocalDate.of(2024, 1, 1))),
                        new Period(State.ENTREPRENEUR, LocalDate.of(2024, 1, 1), Optional.empty())),
                TODAY);

        assertThat(picture.bars()).allSatisfy(bar -> assertThat(bar.width()).isPositive());
        assertThat(picture.years()).hasSizeLessThan(14);
    }
}
