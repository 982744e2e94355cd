package kz.ruralincome.domain.screening;

import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static kz.ruralincome.domain.screening.ScreeningFixture.coordinator;
import static kz.ruralincome.domain.screening.ScreeningFixture.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.screening.Screenings.Reached;
import org.junit.jupiter.api.Test;

/** A screening and the loads that it made lead to each other, for whoever reaches them. */
class ScreeningLoadsTest {

    @Test
    void leadToTheScreeningAndBack() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(coordinator("aigul"), Map.of(), List.of(member(CEM, "HEAD")));
            assertThat(ScreeningLoads.of(town.connection(), town.read(id, coordinator("aigul"))))
                    .as("a draft has made none")
                    .isEmpty();
            town.finish(id, coordinator("aigul"));
            Screening finished = town.read(id, coordinator("aigul"));

            List<UUID> made = ScreeningLoads.of(town.connection(), finished);

            assertThat(made).hasSizeGreaterThan(1);
            for (UUID load : made) {
                Load found = town.register.found(load);
                assertThat(ScreeningLoads.numberOf(found)).isEqualTo(OptionalLong.of(finished.number()));
            }
            assertThat(numbered(town, finished, null)).containsExactly(id);
            assertThat(numbered(town, finished, new Integer[] {314037000}))
                    .as("another territory")
                    .isEmpty();
        }
    }

    private static List<UUID> numbered(ScreeningFixture town, Screening screening, Integer[] units)
            throws SQLException {
        return Screenings.numbered(town.connection(), screening.number(), new Reached(units, "dana")).stream()
                .map(ScreeningSummary::id)
                .toList();
    }

    @Test
    void areNoneWhereAFileOnlyHasTheName() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.load("occupations", "iin,from,kind\n" + CEM + ",2022-01-01,INACTIVE\n");
            town.register.database().execute("update load set file_name = 'screening-1.csv'");
            assertThat(ScreeningLoads.numberOf(town.register.found())).isEmpty();
        }
    }
}
