package kz.ruralincome.domain.correction;

import static kz.ruralincome.domain.correction.CorrectionFixture.AIGUL;
import static kz.ruralincome.domain.correction.CorrectionFixture.BAYZAK;
import static kz.ruralincome.domain.correction.CorrectionFixture.DANA;
import static kz.ruralincome.domain.correction.CorrectionFixture.TODAY;
import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.correction.CorrectionList.Kind;
import kz.ruralincome.domain.enrolment.Suspensions;
import kz.ruralincome.domain.merge.MergeFixture;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class FactVersionsTest {

    private static List<FactHistory> facts(CorrectionFixture town, String iin, String list) throws SQLException {
        return FactVersions.of(town.connection(), CorrectionFixture.number(town.connection(), iin)).stream()
                .filter(fact -> fact.list().equals(list))
                .toList();
    }

    /** Who is to be merged, in Anna's household; the two work at different times. */
    private static void settled(CorrectionFixture town) throws SQLException {
        town.register.given("members", "household_no,iin,from,relation\nH1,%s,2020-01-01,OTHER\n".formatted(CEM));
        town.register.given("occupations", "iin,from,kind\n%s,2022-09-01,INACTIVE\n".formatted(CEM));
    }

    private static List<String> addresses(CorrectionFixture town, String iin) throws SQLException {
        return facts(town, iin, "households").stream()
                .map(fact -> fact.last().row())
                .map(row -> row.cell("household_no").orElseThrow() + " "
                        + row.cell("from").orElse("–") + " "
                        + row.cell("kato").orElseThrow())
                .toList();
    }

    @Test
    void tellWhereHouseholdsWereWhileThePersonWasAMemberAlone() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.register.given("members", """
                    household_no,iin,from,to,relation
                    H1,%1$s,2021-06-01,2022-06-01,OTHER
                    H3,%1$s,2022-06-01,,OTHER
                    """.formatted(CEM));
            town.register.given("households", """
                    household_no,from,kato
                    H1,2021-01-01,314037000
                    H1,2022-01-01,313645000
                    H1,2022-06-01,314037000
                    H3,2022-05-01,313645000
                    """);

            assertThat(addresses(town, CEM))
                    .containsExactly("H3 2022-05-01 313645000", "H1 2022-01-01 313645000", "H1 2021-01-01 314037000");
            assertThat(addresses(town, ANNA)).hasSize(4);

            // what is not shown cannot be put right either
            long later = Sql.first(
                            town.connection(),
                            Long.class,
                            "select id from locality where valid_from = '2022-06-01' and superseded_rev is null")
                    .orElseThrow();
            assertThatThrownBy(() -> town.correct(
                            AIGUL, CEM, new CorrectionRequest("households", later, Optional.empty(), "r", "d")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void tellWhoSaidWhatBeforeAMerge() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            settled(town);
            town.correct(DANA, CEM, "occupations", "kind", "SELF_EMPLOYED");
            Sql.update(town.connection(), """
                    insert into enrolment_suspension (person_id, valid_from, valid_to, reason, rev)
                    select id, '2023-01-01', 'infinity', 'себеп', 1 from person where iin = ?""", CEM);
            MergeFixture.merged(town.connection(), ANNA, CEM);

            List<FactHistory> facts = facts(town, ANNA, "occupations");
            assertThat(facts).hasSize(2);
            assertThat(facts.get(0).versions())
                    .extracting(version -> version.written().account() + " "
                            + version.written().origin())
                    .containsExactly("registry CALL", "dana CORRECTION", "aigul MERGE");
            assertThat(facts.get(0).last().row().cell("kind")).contains("SELF_EMPLOYED");
            assertThat(facts(town, ANNA, Suspensions.LIST))
                    .singleElement()
                    .extracting(fact -> fact.versions().size())
                    .isEqualTo(2);
        }
    }

    @Test
    void leaveACorrectionOfAMergedRecordWithinReach() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            settled(town);
            town.approved(LocalDate.of(2023, 1, 1), null);
            long own = town.correct(AIGUL, CEM, "occupations", "kind", "UNEMPLOYED")
                    .id();
            MergeFixture.merged(town.connection(), ANNA, CEM);
            int anna = CorrectionFixture.number(town.connection(), ANNA);

            var row = Corrections.get(town.connection(), own, TODAY, BAYZAK);
            assertThat(row.person()).isEqualTo(anna);
            assertThat(row.correction().territory()).contains(313645000);
            assertThat(CorrectionSteps.standing(town.connection(), row)).isEmpty();
            assertThat(CorrectionList.list(town.connection(), Kind.OWN, Optional.empty(), "aigul", TODAY, BAYZAK, 5)
                            .items())
                    .hasSize(1);
            assertThat(catchThrowableOfType(RuleViolation.class, () -> town.confirm(DANA, own))
                            .code())
                    .isEqualTo("correction.changed");
            town.connection().rollback();
            CorrectionSteps.takeBack(town.connection(), AIGUL, TODAY, BAYZAK, own);
            town.connection().commit();
            assertThat(town.read(own).state()).isEqualTo(CorrectionState.TAKEN_BACK);
        }
    }
}
