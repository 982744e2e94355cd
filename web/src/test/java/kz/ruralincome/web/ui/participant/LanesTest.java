package kz.ruralincome.web.ui.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.movement.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanesTest {

    private static FactRow row(String list, String cells) {
        Map<String, String> said = Arrays.stream(cells.split(" "))
                .map(cell -> cell.split("="))
                .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1]));
        return new FactRow(list, 1, said, 1, Optional.empty());
    }

    @Test
    void tellWhereTheHouseholdsWereWhileThePersonWasAMember() {
        var homes = Lanes.homes(List.of(
                row("members", "household_no=A from=2020-01-01 to=2022-01-01"),
                row("members", "household_no=B from=2022-01-01"),
                row("households", "household_no=A kato=1"),
                row("households", "household_no=A from=2021-01-01 kato=2"),
                row("households", "household_no=A from=2022-06-01 kato=3"),
                row("households", "household_no=B from=2023-01-01 kato=4")));

        assertThat(homes)
                .extracting(home -> home.kato() + " " + home.from().orElse(null) + " "
                        + home.to().orElse(null))
                .containsExactly("1 2020-01-01 2021-01-01", "2 2021-01-01 2022-01-01", "4 2023-01-01 null");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void haveALookForEveryState(State state) {
        assertThat(StateLook.of(state)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "occupations, kind=UNEMPLOYED, no-work",
        "occupations, kind=SELF_EMPLOYED_REGIME, work",
        "registrations, status=ACTIVE, enterprise",
        "registrations, status=SUSPENDED, suspended",
        "registrations, status=DEREGISTERED, none",
        "assistance, kind=CONDITIONAL, assistance",
        "suspensions, from=2022-01-01, suspended",
        "measures, kind=GRANT, plain",
    })
    void drawAFactByWhatItSays(String list, String cells, String look) {
        assertThat(Lanes.look(row(list, cells))).isEqualTo(look);
    }
}
