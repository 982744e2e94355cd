package kz.ruralincome.domain.correction;

import static kz.ruralincome.domain.correction.CorrectionFixture.ADMIN;
import static kz.ruralincome.domain.correction.CorrectionFixture.AIGUL;
import static kz.ruralincome.domain.correction.CorrectionFixture.BAYZAK;
import static kz.ruralincome.domain.correction.CorrectionFixture.DANA;
import static kz.ruralincome.domain.correction.CorrectionFixture.TODAY;
import static kz.ruralincome.domain.correction.CorrectionFixture.unitsOf;
import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.BEK;
import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.ruralincome.domain.correction.CorrectionList.Kind;
import kz.ruralincome.domain.correction.FactHistory.Origin;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.DomainException;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CorrectionStepsTest {

    private static final LocalDate JANUARY = LocalDate.of(2023, 1, 1);
    private static final String OF_BEK = "2022-01-01 infinity UNEMPLOYED";

    private static String refused(CorrectionFixture town, ThrowingCallable step) throws SQLException {
        var refused = catchThrowableOfType(DomainException.class, step);
        town.connection().rollback();
        return refused.code();
    }

    @Test
    void writeAtOnceWhatNoApprovedFigureRestsOn() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(LocalDate.of(2020, 1, 1), null);
            var done = town.correct(AIGUL, ANNA, "occupations", "kind", "INACTIVE", "to", "2022-06-01");

            assertThat(done.isWritten()).isTrue();
            assertThat(town.occupations()).containsExactly("2022-01-01 2022-06-01 INACTIVE", OF_BEK);
            Correction written = town.read(done.id());
            assertThat(written.state()).isEqualTo(CorrectionState.WRITTEN);
            assertThat(written.before()).containsEntry("kind", "UNEMPLOYED").doesNotContainKey("iin");
            assertThat(written.after().orElseThrow()).containsEntry("to", "2022-06-01");
            assertThat(town.register.rows("select file_name, of_form, accepted from load order by seq desc limit 1"))
                    .containsExactly("correction-" + done.id() + ".csv t 1");
            assertThat(town.register.rows(
                            "select account, person_id is not null from audit where action = 'correction.written'"))
                    .containsExactly("aigul t");
        }
    }

    @Test
    void leaveWhatWasKnownBeforeAsItWas() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            var before = Sql.first(town.connection(), OffsetDateTime.class, "select close_watermark()")
                    .orElseThrow();
            town.connection().commit();
            town.correct(AIGUL, ANNA, "occupations", "to", "2022-06-01");
            assertThat(Sql.list(
                            town.connection(),
                            row -> row.getString(1),
                            "with " + Known.CTE + Known.rows("occupation", "f.valid_to", "f.valid_to < 'infinity'"),
                            before))
                    .containsExactly("2022-07-01");
        }
    }

    @Test
    void takeBackWhatNeverWas() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            long fact = town.fact(ANNA, "occupations").id();
            var never = new CorrectionRequest("occupations", fact, Optional.empty(), "басқа адам", "№ 7");
            var done = town.correct(AIGUL, ANNA, never);
            assertThat(town.occupations()).containsExactly(OF_BEK);
            assertThat(town.read(done.id()).after()).isEmpty();
            assertThat(refused(town, () -> town.correct(AIGUL, ANNA, never))).isEqualTo("correction.changed");
        }
    }

    @Test
    void areTheSameFactAlsoWhenItsBeginningMovesThereAndBack() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.correct(AIGUL, ANNA, "occupations", "from", "2022-02-01");
            town.correct(DANA, ANNA, "occupations", "from", "2022-01-01", "kind", "INACTIVE");
            int anna = CorrectionFixture.number(town.connection(), ANNA);
            List<FactHistory> facts = FactVersions.of(town.connection(), anna).stream()
                    .filter(fact -> fact.list().equals("occupations"))
                    .toList();

            assertThat(facts).hasSize(1);
            assertThat(facts.get(0).versions())
                    .extracting(version -> version.row().cells().get("from") + " "
                            + version.written().account() + " "
                            + version.written().origin())
                    .containsExactly(
                            "2022-01-01 registry CALL", "2022-02-01 aigul CORRECTION", "2022-01-01 dana CORRECTION");
            assertThat(facts.get(0).standing()).contains(facts.get(0).versions().get(2));
            assertThat(facts.get(0)
                            .versions()
                            .get(1)
                            .written()
                            .correction()
                            .orElseThrow()
                            .reason())
                    .isEqualTo("қате");
        }
    }

    @Test
    void areJudgedByTheRulesOfTheLists() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            long second = 1 + town.fact(ANNA, "occupations").id();
            town.register.given("occupations", "iin,from,kind\n%s,2022-08-01,INACTIVE\n".formatted(ANNA));
            long first = Sql.first(
                            town.connection(),
                            Long.class,
                            "select id from occupation where valid_to = '2022-07-01' and id < ?",
                            second)
                    .orElseThrow();
            var overlapping = new CorrectionRequest(
                    "occupations",
                    first,
                    Optional.of(Map.of("from", "2022-01-01", "to", "2022-09-01", "kind", "UNEMPLOYED")),
                    "r",
                    "d");
            assertThat(refused(town, () -> town.correct(AIGUL, ANNA, overlapping)))
                    .isEqualTo("row.overlap");
            var nonsense = new CorrectionRequest(
                    "occupations", first, Optional.of(Map.of("from", "2022-13-01", "kind", "")), "r", "d");
            var findings = catchThrowableOfType(FormRefused.class, () -> town.correct(AIGUL, ANNA, nonsense));
            town.connection().rollback();
            assertThat(findings.findings()).extracting("column").contains("from", "kind");
            assertThat(refused(
                            town,
                            () -> town.correct(
                                    AIGUL,
                                    ANNA,
                                    new CorrectionRequest(
                                            "occupations",
                                            first,
                                            Optional.of(Map.of(
                                                    "from", "2022-01-01", "to", "2022-07-01", "kind", "UNEMPLOYED")),
                                            "r",
                                            "d"))))
                    .as("nothing would be another")
                    .isEqualTo("correction.nothing");
            assertThatThrownBy(() -> town.correct(
                            AIGUL, ANNA, new CorrectionRequest("occupations", first, Optional.empty(), " ", "d")))
                    .isInstanceOf(InvalidRequest.class);
            town.connection().rollback();
            assertThat(town.register.rows("select count(*) from correction")).containsExactly("0");
        }
    }

    @Test
    void areOnlyProposedWhereAnApprovedFigureRestsOnIt() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, "313600000");
            town.approved(JANUARY, "314000000");
            String loads = town.register.rows("select count(*) from load").get(0);
            var done = town.correct(AIGUL, ANNA, "occupations", "to", "2022-06-01");

            assertThat(done.isWritten()).isFalse();
            assertThat(town.occupations()).containsExactly("2022-01-01 2022-07-01 UNEMPLOYED", OF_BEK);
            assertThat(town.register.rows("select count(*) from load")).containsExactly(loads);
            assertThat(town.read(done.id()).reports())
                    .extracting(Correction.Report::territory)
                    .containsExactly(Optional.of("313600000"));
            assertThat(refused(town, () -> town.correct(DANA, ANNA, "occupations", "to", "2022-05-01")))
                    .isEqualTo("correction.waiting-already");
            assertThat(refused(town, () -> town.confirm(AIGUL, done.id()))).isEqualTo("correction.own");

            town.confirm(DANA, done.id());
            assertThat(town.occupations()).containsExactly("2022-01-01 2022-06-01 UNEMPLOYED", OF_BEK);
            var writing = FactVersions.of(town.connection(), CorrectionFixture.number(town.connection(), ANNA)).stream()
                    .filter(fact -> fact.list().equals("occupations"))
                    .map(fact -> fact.last().written())
                    .findFirst()
                    .orElseThrow();
            assertThat(writing.account()).isEqualTo("dana");
            assertThat(writing.origin()).isEqualTo(Origin.CORRECTION);
            assertThat(writing.correction().orElseThrow().proposedBy()).isEqualTo("aigul");
            assertThat(refused(town, () -> town.confirm(ADMIN, done.id()))).isEqualTo("correction.decided");
            assertThat(town.register.rows(
                            "select account, action from audit where action like 'correction.%' order by id"))
                    .containsExactly("aigul correction.proposed", "dana correction.confirmed");
        }
    }

    @Test
    void areConfirmedByNobodyTwiceAndByNoAuthorWhoeverWrites() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, null);
            long id =
                    town.correct(AIGUL, ANNA, "occupations", "kind", "INACTIVE").id();
            for (String attempt : new String[] {
                "update correction set state = 'REFUSED', decided_by = 'aigul', decided_at = now(), decision_reason = 'x'",
                "update correction set reason = 'better'",
                "delete from correction"
            }) {
                assertThatThrownBy(() -> Sql.update(town.connection(), attempt)).isInstanceOf(SQLException.class);
                town.connection().rollback();
            }
            town.confirm(DANA, id);
            assertThatThrownBy(() -> Sql.update(town.connection(), "update correction set decided_by = 'x'"))
                    .hasMessageContaining("stays as it was");
            town.connection().rollback();
        }
    }

    @Test
    void areWrittenByOneOfTwoWhoConfirmAtOnce() throws Exception {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, null);
            long id =
                    town.correct(AIGUL, ANNA, "occupations", "kind", "INACTIVE").id();
            Callable<String> confirming = () -> {
                try (var connection = town.register.database().connect()) {
                    connection.setAutoCommit(false);
                    CorrectionSteps.confirm(connection, ADMIN, TODAY, null, id);
                    connection.commit();
                    return "written";
                } catch (DomainException refused) {
                    return refused.code();
                }
            };
            var two = Executors.newFixedThreadPool(2);
            try {
                var outcomes = two.invokeAll(List.of(confirming, confirming));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder("written", "correction.decided");
            } finally {
                two.shutdown();
            }
            assertThat(town.register.rows("select count(*) from occupation where kind = 'INACTIVE'"))
                    .containsExactly("1");
        }
    }

    @Test
    void areJudgedAnewWhenTheyAreConfirmed() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, null);
            long longer =
                    town.correct(AIGUL, ANNA, "occupations", "to", "2022-10-01").id();
            town.register.given("occupations", "iin,from,kind\n%s,2022-08-01,INACTIVE\n".formatted(ANNA));
            assertThat(refused(town, () -> town.confirm(DANA, longer))).isEqualTo("row.overlap");
            assertThat(town.read(longer).isOpen()).isTrue();

            town.register.given(
                    "occupations", "iin,from,to,kind\n%s,2022-01-01,2022-07-01,WAGE_EMPLOYED\n".formatted(ANNA));
            assertThat(refused(town, () -> town.confirm(DANA, longer))).isEqualTo("correction.changed");
            assertThat(CorrectionSteps.standing(
                            town.connection(), Corrections.get(town.connection(), longer, TODAY, null)))
                    .isEmpty();
            assertThat(town.register.rows("select valid_to from occupation where kind = 'WAGE_EMPLOYED'"))
                    .containsExactly("2022-07-01");
        }
    }

    @Test
    void areRefusedWithAReasonOrTakenBackByTheirAuthor() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, null);
            long id =
                    town.correct(AIGUL, ANNA, "occupations", "kind", "INACTIVE").id();
            assertThat(refused(town, () -> CorrectionSteps.refuse(town.connection(), AIGUL, TODAY, BAYZAK, id, "өзім")))
                    .isEqualTo("correction.own");
            assertThat(refused(town, () -> CorrectionSteps.refuse(town.connection(), DANA, TODAY, BAYZAK, id, " ")))
                    .isEqualTo("request.invalid");
            assertThat(refused(town, () -> CorrectionSteps.takeBack(town.connection(), DANA, TODAY, BAYZAK, id)))
                    .isEqualTo("correction.not-own");
            CorrectionSteps.refuse(town.connection(), DANA, TODAY, BAYZAK, id, "құжат басқа адамдікі");
            town.connection().commit();
            assertThat(town.read(id).decision().orElseThrow().reason()).contains("құжат басқа адамдікі");

            long again =
                    town.correct(AIGUL, ANNA, "occupations", "kind", "INACTIVE").id();
            CorrectionSteps.takeBack(town.connection(), AIGUL, TODAY, BAYZAK, again);
            town.connection().commit();
            assertThat(town.read(again).state()).isEqualTo(CorrectionState.TAKEN_BACK);
            assertThat(town.occupations()).contains("2022-01-01 2022-07-01 UNEMPLOYED");
        }
    }

    @Test
    void areOutOfReachInAnotherDistrict() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, null);
            long id =
                    town.correct(ADMIN, BEK, "occupations", "kind", "INACTIVE").id();
            assertThatThrownBy(() -> CorrectionSteps.confirm(town.connection(), AIGUL, TODAY, unitsOf(AIGUL), id))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> CorrectionSteps.refuse(town.connection(), AIGUL, TODAY, unitsOf(AIGUL), id, "r"))
                    .isInstanceOf(NotFoundException.class);
            assertThat(Corrections.count(town.connection(), false, "aigul", TODAY, BAYZAK))
                    .isZero();
            assertThat(Corrections.count(town.connection(), false, "dana", TODAY, null))
                    .isEqualTo(1);
            town.connection().rollback();
            // a fact of somebody else is no fact of this person
            long ofBek = town.fact(BEK, "occupations").id();
            assertThat(refused(
                            town,
                            () -> town.correct(
                                    AIGUL,
                                    ANNA,
                                    new CorrectionRequest("occupations", ofBek, Optional.empty(), "r", "d"))))
                    .isEqualTo("fact.not-found");
        }
    }

    @Test
    void areCountedAsTheyAreListed() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.approved(JANUARY, null);
            town.correct(AIGUL, ANNA, "occupations", "kind", "INACTIVE");
            town.correct(ADMIN, BEK, "occupations", "kind", "INACTIVE");
            town.correct(ADMIN, ANNA, "members", "family_name", "Сынақ");
            var connection = town.connection();
            assertThat(Corrections.count(connection, false, "dana", TODAY, null))
                    .isEqualTo(2);
            assertThat(Corrections.count(connection, true, "admin", TODAY, null))
                    .isEqualTo(1);
            var first = CorrectionList.list(connection, Kind.TO_DECIDE, Optional.empty(), "dana", TODAY, null, 1);
            var second = CorrectionList.list(connection, Kind.TO_DECIDE, first.next(), "dana", TODAY, null, 1);
            assertThat(first.items()).hasSize(1);
            assertThat(second.items()).hasSize(1);
            assertThat(second.next()).isEmpty();
            var done = CorrectionList.list(connection, Kind.DONE, Optional.empty(), "dana", TODAY, null, 5);
            assertThat(done.items()).extracting(Correction::list).containsExactly("members");
        }
    }

    @Test
    void concernWhereEveryMemberOfTheHouseholdLives() throws SQLException {
        try (var town = CorrectionFixture.start()) {
            town.register.given(
                    "assistance",
                    "household_no,from,to,kind,monthly_amount\nH1,2022-01-01,2022-07-01,CONDITIONAL,100\n");
            // somebody who was in the household once lives in the other district by now
            town.register.given("members", """
                    household_no,iin,from,to,relation
                    H1,%1$s,2020-01-01,2021-01-01,OTHER
                    H3,%1$s,2021-01-01,,OTHER
                    """.formatted(CEM));
            town.approved(JANUARY, "314000000");
            assertThat(town.correct(AIGUL, ANNA, "assistance", "to", "2022-06-01")
                            .isWritten())
                    .isFalse();
            assertThat(town.correct(AIGUL, ANNA, "occupations", "to", "2022-06-01")
                            .isWritten())
                    .isTrue();
        }
    }
}
