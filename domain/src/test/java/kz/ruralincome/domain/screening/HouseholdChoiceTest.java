package kz.ruralincome.domain.screening;

import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static kz.ruralincome.domain.screening.ScreeningFixture.coordinator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import org.junit.jupiter.api.Test;

/** Whom a draft opens when a household is chosen for it. */
class HouseholdChoiceTest {

    private static final LocalDate BEFORE = LocalDate.of(2022, 3, 1);

    @Test
    void doesNotOpenAHouseholdThatLivesElsewhereNow() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given("households", "household_no,from,kato\nH1,2023-01-01,314037000\n");
            for (String asked : new String[] {"H1", ANNA}) {
                assertThatThrownBy(() -> town.draftOf(coordinator("aigul"), asked, BEFORE))
                        .isInstanceOfSatisfying(
                                InvalidRequest.class,
                                e -> assertThat(e.errors().get(0).code()).isEqualTo("screening.household.none"));
                town.connection().rollback();
            }
        }
    }

    @Test
    void isSeenByThoseWhoReachTheHouseholdNow() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given("households", "household_no,from,kato\nH3,2023-01-01,313645000\n");
            UUID id = town.draftOf(coordinator("aigul"), "H3", BEFORE);
            assertThat(town.read(id, coordinator("berik")).sheet().at("kato")).isEqualTo("314037000");

            town.change(id, Map.of("address", "Абай 5"));
            assertThat(town.read(id, coordinator("berik")).unit()).contains(313645000);
            town.change(id, Map.of("kato", "314038000"));
            assertThatThrownBy(() -> town.read(id, coordinator("berik"))).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void leavesOutThoseWhoBelongToAnotherHouseholdNow() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given("members", """
                    household_no,iin,from,to,relation,family_name
                    H1,%s,2020-01-01,2023-01-01,CHILD,Сынақов
                    H3,%s,2023-01-01,,CHILD,Сынақов
                    """.formatted(CEM, CEM));
            assertThat(town.read(town.draftOf(coordinator("aigul"), "H1", BEFORE), coordinator("aigul"))
                            .sheet()
                            .members())
                    .extracting(member -> member.get("iin"))
                    .containsExactly(ANNA);
        }
    }

    @Test
    void waitsForTheDayOfTheVisit() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given(
                    "members",
                    "household_no,iin,from,relation,family_name\nH1,%s,2023-06-16,CHILD,Сынақов\n".formatted(CEM));
            assertThatThrownBy(() -> town.draftOf(coordinator("aigul"), "H1", IntakeFixture.TODAY.plusDays(1)))
                    .isInstanceOfSatisfying(
                            InvalidRequest.class,
                            e -> assertThat(e.errors().get(0).code()).isEqualTo("screening.day.future"));
            town.connection().rollback();
        }
    }
}
