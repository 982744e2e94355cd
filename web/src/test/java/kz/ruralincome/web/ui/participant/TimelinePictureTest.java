package kz.ruralincome.web.ui.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelinePictureTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 1, 1);

    private static Lane.Spell spell(String from, String to) {
        return new Lane.Spell(
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse),
                "work",
                "самозанятость",
                "");
    }

    private static Lane lane(Lane.Spell... spells) {
        return new Lane("Занятость", false, List.of(spells));
    }

    @Test
    void drawsSpellsSideBySideUpToToday() {
        var picture =
                TimelinePicture.of(List.of(lane(spell("2021-01-01", "2022-01-01"), spell("2022-01-01", null))), TODAY);

        assertThat(picture.bars())
                .extracting(bar -> bar.x() + " " + bar.width() + " " + bar.y())
                .containsExactly("0 500 46", "500 500 46");
        assertThat(picture.titles()).containsExactly(new TimelinePicture.Title("Занятость", 40));
        assertThat(picture.height()).isEqualTo(76);
    }

    @Test
    void putsWhatOverlapsIntoRowsAndLanesBelowEachOther() {
        var picture = TimelinePicture.of(
                List.of(
                        lane(spell("2021-01-01", "2022-06-01"), spell("2022-01-01", null), spell("2022-06-01", null)),
                        lane(spell("2022-01-01", null))),
                TODAY);

        assertThat(picture.bars()).extracting(TimelinePicture.Bar::y).containsExactly(46L, 70L, 46L, 120L);
    }

    @Test
    void beginsWhereSomethingHappensAndNotWhereTheHouseholdDoes() {
        var picture = TimelinePicture.of(
                List.of(
                        lane(spell("2021-01-01", null)),
                        new Lane("Домохозяйство", true, List.of(spell("1985-01-01", "1990-01-01"), spell(null, null)))),
                TODAY);

        assertThat(picture.bars())
                .extracting(bar -> bar.x() + " " + bar.width())
                .containsExactly("0 1000", "0 1000");
        assertThat(TimelinePicture.of(
                                List.of(new Lane("Домохозяйство", true, List.of(spell("2022-01-01", null)))), TODAY)
                        .bars())
                .hasSize(1);
    }

    @Test
    void isEmptyForWhomNothingIsKnown() {
        assertThat(TimelinePicture.of(List.of(), TODAY).bars()).isEmpty();
        assertThat(TimelinePicture.of(List.of(lane(spell(null, null))), TODAY).ticks())
                .isEmpty();
    }

    @Test
    void showsEvenTheShortestSpellAndOneThatBeginsAfterToday() {
        var picture =
                TimelinePicture.of(List.of(lane(spell("2010-01-01", "2010-01-02"), spell("2024-01-01", null))), TODAY);

        assertThat(picture.bars()).hasSize(2).allSatisfy(bar -> {
            assertThat(bar.width()).isPositive();
            assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(TimelinePicture.WIDTH);
        });
        assertThat(picture.ticks()).hasSizeBetween(5, 16);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-03-15, 2022-04-01 2022-07-01 2022-10-01 2023-01-01",
        "2020-03-15, 2020-07-01 2021-01-01 2021-07-01 2022-01-01 2022-07-01 2023-01-01",
        "2016-03-15, 2017-01-01 2018-01-01 2019-01-01 2020-01-01 2021-01-01 2022-01-01 2023-01-01",
    })
    void marksQuartersHalvesOrYears(String from, String days) {
        assertThat(TimelinePicture.of(List.of(lane(spell(from, null))), TODAY).ticks().stream()
                        .map(tick -> tick.day().toString()))
                .containsExactly(days.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"112, самозанятость", "111, самозанятос…", "40, сам…", "39, ''"})
    void saysAsMuchAsThereIsRoomFor(long width, String text) {
        assertThat(TimelinePicture.fitting("самозанятость", width)).isEqualTo(text);
    }
}
