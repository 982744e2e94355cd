package kz.ruralincome.domain.screening;

import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static kz.ruralincome.domain.screening.ScreeningFixture.coordinator;
import static kz.ruralincome.domain.screening.ScreeningFixture.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

class ScreeningReopeningTest {

    private static final String NEIGHBOUR = IntakeFixture.iin("77010130012");
    private static final String MET = "select screening_id, wishes from screening_member";
    private static final String VISITS = "select wishes from screening_visit";

    private static UUID finished(ScreeningFixture town) throws SQLException {
        UUID id = town.draft(
                coordinator("aigul"), Map.of(), List.of(member(CEM, "HEAD", "wish", "yes", "direction", "2")));
        town.finish(id, coordinator("aigul"));
        return id;
    }

    /** As the door withdraws the load of a list that the screening has made last. */
    private static void withdraw(ScreeningFixture town, String list) throws SQLException {
        UUID id = UUID.fromString(town.register
                .rows("select id from load where list = '%s' and of_form and rev is not null order by seq desc limit 1"
                        .formatted(list))
                .get(0));
        Load load = town.register.found(id);
        town.register.withdraw(id);
        ScreeningReopening.reopen(town.connection(), load, "dana");
        town.connection().commit();
    }

    @Test
    void makesItADraftThatSaysWhy() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finished(town);
            int version = town.read(id, coordinator("aigul")).version();

            withdraw(town, "occupations");
            withdraw(town, "members");

            Screening draft = town.read(id, coordinator("aigul"));
            assertThat(draft.state()).isEqualTo(ScreeningState.DRAFT);
            assertThat(draft.version()).isEqualTo(version + 1);
            assertThat(draft.reopened().orElseThrow().lists()).containsExactly("occupations", "members");
            assertThat(draft.reopened().orElseThrow().by()).isEqualTo("dana");
            assertThat(draft.sheet().members()).as("the answers stay").hasSize(1);
            assertThat(town.register.rows(MET)).isEmpty();
            assertThat(town.register.rows("select count(*) from audit where action = 'screening.reopened'"))
                    .containsExactly("2");
        }
    }

    @Test
    void letsItBringAgainWhatWasTakenBack() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finished(town);
            withdraw(town, "occupations");
            assertThat(town.register.rows("select count(*) from occupation where superseded_rev is null"))
                    .containsExactly("0");

            assertThat(town.finish(id, coordinator("aigul"))).isTrue();

            assertThat(town.register.rows("select kind from occupation where superseded_rev is null"))
                    .containsExactly("UNEMPLOYED");
            assertThat(town.register.rows("select count(*) from membership where superseded_rev is not null"))
                    .as("what stood is not said anew")
                    .containsExactly("0");
            assertThat(town.read(id, coordinator("aigul")).reopened()).isEmpty();
            assertThat(town.register.rows(VISITS)).containsExactly("t");
            assertThatThrownBy(() -> town.register.rows("delete from screening_member returning 1"))
                    .hasStackTraceContaining("stays as it was");
        }
    }

    @Test
    void leavesAWishTurnedDownAndCountsNoVisitMeanwhile() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finished(town);
            Sql.update(town.connection(), """
                    insert into enrolment_decline (screening_id, person_id, declined_on, reason, account)
                    select screening_id, person_id, '2023-06-12', 'reason', 'aigul' from screening_member""");
            withdraw(town, "occupations");
            assertThat(town.register.rows(VISITS)).isEmpty();

            town.change(id, Map.of("member.0.direction", "3"));
            town.finish(id, coordinator("aigul"));

            assertThat(town.register.rows("select wishes, direction from screening_visit"))
                    .containsExactly("t 3");
            assertThat(town.register.rows("select count(*) from enrolment_decline"))
                    .containsExactly("1");
        }
    }

    /** CEM and, by mistake, a neighbour, with an income each. */
    private static UUID finishedWithNeighbour(ScreeningFixture town) throws SQLException {
        UUID id = town.draft(
                coordinator("aigul"),
                Map.of(),
                List.of(
                        member(CEM, "HEAD", "income.PLOT", "90000"),
                        member(NEIGHBOUR, "OTHER", "income.WAGE", "50000")));
        town.finish(id, coordinator("aigul"));
        return id;
    }

    private static void removeNeighbour(ScreeningFixture town, UUID id) throws SQLException {
        Screening draft = town.read(id, coordinator("aigul"));
        ScreeningDesk.save(town.connection(), draft, draft.sheet().withoutMember(1), coordinator("aigul"));
        town.connection().commit();
    }

    @Test
    void keepsThoseWhoseFactsStandAmongTheAnswers() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finishedWithNeighbour(town);
            withdraw(town, "occupations");
            assertThat(town.read(id, coordinator("aigul"))
                            .reopened()
                            .orElseThrow()
                            .standing())
                    .extracting(Screening.StandingLoad::list)
                    .containsExactly("households", "members", "incomes");

            removeNeighbour(town, id);
            assertThat(town.refused(id, coordinator("aigul"))).containsExactly("members screening.stands.member");
            withdraw(town, "members");
            assertThat(town.refused(id, coordinator("aigul")))
                    .as("the incomes stand")
                    .containsExactly("members screening.stands.member");
            withdraw(town, "incomes");
            town.finish(id, coordinator("aigul"));

            assertThat(town.register.rows("""
                    select (select count(*) from membership where person_id = p.id and superseded_rev is null),
                        (select count(*) from income where person_id = p.id and superseded_rev is null)
                    from person p where iin in ('%s', '%s') order by iin = '%s'""".formatted(CEM, NEIGHBOUR, NEIGHBOUR)))
                    .containsExactly("1 1", "0 0");
        }
    }

    @Test
    void keepsTheDayAndTheAnswersThatStand() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finishedWithNeighbour(town);
            withdraw(town, "occupations");
            town.change(
                    id,
                    Map.of("day", "2023-06-09", "member.0.income.PLOT", "", "member.1.gone", "yes", "address", "1"));
            assertThat(town.refused(id, coordinator("aigul")))
                    .containsExactly(
                            "day screening.stands.day",
                            "member.0.income.PLOT screening.stands.answer",
                            "member.1.gone screening.stands.gone");

            withdraw(town, "incomes");
            assertThat(town.refused(id, coordinator("aigul"))).containsExactly("day screening.stands.day");
            withdraw(town, "members");
            withdraw(town, "households");
            town.finish(id, coordinator("aigul"));
            assertThat(
                            town.register.rows(
                                    "select distinct valid_from from membership where superseded_rev is null and valid_from > '2021-01-01'"))
                    .containsExactly("2023-06-09");
        }
    }

    @Test
    void isCancelledOnlyWhereNothingStands() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finishedWithNeighbour(town);
            withdraw(town, "occupations");
            withdraw(town, "incomes");
            withdraw(town, "members");
            Screening draft = town.read(id, coordinator("aigul"));
            assertThatThrownBy(() -> ScreeningDesk.cancel(town.connection(), draft, "reason", "aigul"))
                    .isInstanceOfSatisfying(
                            FactsStand.class, stand -> assertThat(stand.lists()).containsExactly("households"));

            withdraw(town, "households");
            ScreeningDesk.cancel(town.connection(), town.read(id, coordinator("aigul")), "reason", "aigul");
            assertThat(town.read(id, coordinator("aigul")).state()).isEqualTo(ScreeningState.CANCELLED);
        }
    }

    @Test
    void countsOneWhoseWishWasTurnedDownAsMetOnlyWhereItMetThemAgain() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(
                    coordinator("aigul"),
                    Map.of(),
                    List.of(member(CEM, "HEAD"), member(NEIGHBOUR, "OTHER", "wish", "yes", "direction", "2")));
            town.finish(id, coordinator("aigul"));
            Sql.update(town.connection(), """
                    insert into enrolment_decline (screening_id, person_id, declined_on, reason, account)
                    select screening_id, person_id, '2023-06-12', 'reason', 'aigul' from screening_member where wishes""");
            withdraw(town, "occupations");
            withdraw(town, "members");
            removeNeighbour(town, id);
            town.finish(id, coordinator("aigul"));

            assertThat(town.register.rows("select p.iin from screening_visit v join person p on p.id = v.person_id"))
                    .containsExactly(CEM);
            assertThat(town.register.rows("select met, wishes from screening_member order by met"))
                    .containsExactly("f f", "t f");

            withdraw(town, "occupations");
            Screening draft = town.read(id, coordinator("aigul"));
            var members = List.of(draft.sheet().members().get(0), member(NEIGHBOUR, "OTHER"));
            ScreeningDesk.save(
                    town.connection(), draft, new Sheet(draft.sheet().household(), members), coordinator("aigul"));
            town.finish(id, coordinator("aigul"));
            assertThat(town.register.rows("select count(*) from screening_visit"))
                    .containsExactly("2");
        }
    }

    @Test
    void doesNotConcernOtherLoads() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = finished(town);
            town.register.given("occupations", "iin,from,kind\n" + CEM + ",2023-01-01,INACTIVE\n");
            Load other = town.register.found();
            ScreeningReopening.reopen(town.connection(), other, "dana");

            assertThat(town.read(id, coordinator("aigul")).state()).isEqualTo(ScreeningState.FINISHED);
        }
    }
}
