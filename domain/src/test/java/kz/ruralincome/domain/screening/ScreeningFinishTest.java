package kz.ruralincome.domain.screening;

import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.BEK;
import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static kz.ruralincome.domain.screening.ScreeningFixture.admin;
import static kz.ruralincome.domain.screening.ScreeningFixture.coordinator;
import static kz.ruralincome.domain.screening.ScreeningFixture.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.intake.FormFinding;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class ScreeningFinishTest {

    private static final String MEMBERS = """
            select h.household_no, p.iin, m.relation, m.valid_from, m.valid_to from membership m
            join person p on p.id = m.person_id join household h on h.id = m.household_id
            where m.superseded_rev is null order by 1, 2""";
    /** Where H1 lives in the end. */
    private static final String HOME = """
            select valid_from, unit_id, address from locality
            where superseded_rev is null and household_id = (select id from household where household_no = 'H1')
            order by valid_from desc limit 1""";

    private static final String OCCUPATIONS = """
            select kind, valid_from, valid_to from occupation
            where superseded_rev is null and source = 'SCREENING' order by valid_from""";

    @Test
    void makesFactsOfANewHousehold() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(
                    coordinator("aigul"),
                    Map.of("address", "Абай 5", "land.HOMESTEAD", "0,12", "livestock.CATTLE", "2"),
                    List.of(member(
                            CEM,
                            "HEAD",
                            "income.PLOT",
                            "90 000",
                            "wish",
                            "yes",
                            "direction",
                            "2",
                            "loan",
                            "3 000 000",
                            "loan_purpose",
                            "LIVESTOCK")));
            assertThat(town.finish(id, coordinator("aigul"))).isTrue();

            assertThat(town.register.rows(MEMBERS)).contains("S-1 " + CEM + " HEAD 2023-06-10 infinity");
            assertThat(town.register.rows(OCCUPATIONS)).containsExactly("UNEMPLOYED 2023-06-10 infinity");
            assertThat(town.register.rows("select quarter, kind, amount from income"))
                    .containsExactly("2023-01-01 PLOT 90000.00");
            assertThat(town.register.rows(
                            "select unit_id, address, valid_from from locality where address is not null"))
                    .containsExactly("313645000 Абай 5 2023-06-10");
            assertThat(town.register.rows("select wishes, direction, loan, loan_purpose from screening_member"))
                    .containsExactly("t 2 3000000.00 LIVESTOCK");
            Screening finished = town.read(id, coordinator("another"));
            assertThat(finished.state()).isEqualTo(ScreeningState.FINISHED);
            assertThat(finished.householdNo()).contains("S-1");
            assertThat(finished.sheet().at("livestock.CATTLE")).isEqualTo("2");
        }
    }

    @Test
    void goesInAsLoadsThatStandAmongTheOthers() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.finish(town.draft(coordinator("aigul"), Map.of(), List.of(member(CEM, "HEAD"))), coordinator("aigul"));
            assertThat(town.register.rows("""
                    select list, state, accepted, account, account_unit, file_name from load
                    where file_name is not null order by seq"""))
                    .containsExactly(
                            "households DONE 1 aigul 313600000 screening-1.csv",
                            "members DONE 1 aigul 313600000 screening-1.csv",
                            "occupations DONE 1 aigul 313600000 screening-1.csv");
        }
    }

    @Test
    void leavesAHouseholdOfTheRegisterWhereItWas() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draftOf(coordinator("aigul"), "H1");
            assertThat(town.read(id, coordinator("aigul")).sheet().at("member.0.iin"))
                    .isEqualTo(ANNA);
            town.change(id, Map.of("member.0.occupation", "SELF_EMPLOYED"));
            town.finish(id, coordinator("aigul"));
            assertThat(town.register.rows(MEMBERS)).contains("H1 " + ANNA + " HEAD 2020-01-01 infinity");
            assertThat(town.register.rows("select count(*) from locality where superseded_rev is null"))
                    .containsExactly("3");
        }
    }

    @Test
    void saysNothingAnewThatNobodyHasTouched() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draftOf(admin(), "H1");
            town.register.given("households", "household_no,from,kato,address\nH1,2023-06-05,314037000,Жаңа 1\n");
            town.register.given(
                    "members",
                    "household_no,iin,from,relation,family_name\nH1,%s,2020-01-01,HEAD,Жаңаева\n".formatted(ANNA));
            town.change(id, Map.of("member.0.occupation", "INACTIVE", "member.0.given_name", "Анна"));
            town.finish(id, admin());
            assertThat(town.register.rows(HOME)).containsExactly("2023-06-05 314037000 Жаңа 1");
            assertThat(town.register.rows("select family_name, given_name from membership m"
                            + " join person p on p.id = m.person_id where superseded_rev is null and iin = '" + ANNA
                            + "'"))
                    .containsExactly("Жаңаева Анна");
        }
    }

    @Test
    void saysTheAnswerThatWasTouchedBesideWhatStandsNow() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draftOf(admin(), "H1");
            town.register.given("households", "household_no,from,kato\nH1,2023-06-05,314037000\n");
            town.change(id, Map.of("member.0.occupation", "INACTIVE", "address", "Абай 5"));
            town.finish(id, admin());
            assertThat(town.register.rows(HOME)).containsExactly("2023-06-10 314037000 Абай 5");
        }
    }

    @Test
    void endsANewMembershipWhereTheNextOneBegins() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given(
                    "members",
                    "household_no,iin,from,relation,family_name\nH3,%s,2023-06-12,CHILD,Сынақ\n".formatted(CEM));
            UUID id = town.draft(admin(), Map.of(), List.of(member(CEM, "HEAD")));
            town.finish(id, admin());
            assertThat(town.register.rows(MEMBERS))
                    .contains("S-1 " + CEM + " HEAD 2023-06-10 2023-06-12", "H3 " + CEM + " CHILD 2023-06-12 infinity");
        }
    }

    @Test
    void tellsOfAnotherHouseholdOnlyWhereAMembershipOverlaps() {
        assertThat(List.of("members", "occupations"))
                .extracting(list -> ScreeningFinish.sentence(
                        new FormFinding(list, "member.0.iin", "from", "row.overlap", List.of("load", "1"))))
                .containsExactly("screening.overlap", "row.overlap");
    }

    @Test
    void notesWhatWasRefusedOnlyAtTheVersionThatItIsAbout() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(admin(), Map.of(), List.of(member(CEM, "HEAD")));
            Screening seen = town.read(id, admin());
            List<Flaw> flaws = List.of(Flaw.of("kato", "row.territory"));
            town.change(id, Map.of("address", "Абай 5"));
            Screenings.refuse(town.connection(), seen, seen.version(), flaws);
            assertThat(town.read(id, admin()).flaws()).isEmpty();
            Screenings.refuse(town.connection(), seen, seen.version() + 1, flaws);
            assertThat(town.read(id, admin()).flaws()).hasSize(1);

            town.finish(id, admin());
            Screening closed = town.read(id, admin());
            Screenings.refuse(town.connection(), closed, closed.version(), flaws);
            assertThat(town.read(id, admin()).flaws()).isEmpty();
        }
    }

    @Test
    void endsTheOccupationThatAnEarlierScreeningSawOnTheDay() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            town.register.given(
                    "occupations", "iin,source,from,kind\n%s,SCREENING,2022-05-01,UNEMPLOYED\n".formatted(ANNA));
            UUID id = town.draftOf(coordinator("aigul"), "H1");
            town.change(id, Map.of("member.0.occupation", "UNEMPLOYED"));
            town.finish(id, coordinator("aigul"));
            assertThat(town.register.rows(OCCUPATIONS))
                    .containsExactly("UNEMPLOYED 2022-05-01 2023-06-10", "UNEMPLOYED 2023-06-10 infinity");
        }
    }

    @Test
    void endsTheMembershipOfOneWhoIsGone() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draftOf(coordinator("aigul"), "H1");
            town.change(id, Map.of("member.0.gone", "yes"));
            town.finish(id, coordinator("aigul"));
            assertThat(town.register.rows(MEMBERS)).contains("H1 " + ANNA + " HEAD 2020-01-01 2023-06-10");
            assertThat(town.register.rows("select count(*) from screening_member"))
                    .containsExactly("0");
        }
    }

    @Test
    void writesNothingWhereOneRowIsRefusedAndSaysWhereItStands() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            String wrong = CEM.substring(0, 11) + (CEM.charAt(11) == '9' ? '0' : (char) (CEM.charAt(11) + 1));
            UUID id = town.draft(
                    admin(), Map.of(), List.of(member(wrong, "HEAD"), member(BEK, "SPOUSE"), member(ANNA, "CHILD")));
            assertThat(town.refused(id, admin())).containsExactly("member.0.iin iin.checksum");

            town.change(id, Map.of("member.0.iin", CEM));
            assertThat(town.refused(id, admin()))
                    .containsExactly("member.1.iin screening.overlap", "member.2.iin screening.overlap");
            assertThat(town.register.rows("select count(*) from load where file_name is not null"))
                    .containsExactly("0");
            assertThat(town.register.rows("select count(*) from person where iin = '" + CEM + "'"))
                    .containsExactly("0");
        }
    }

    @Test
    void asksForWhatAFinishedScreeningMustNotLack() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(
                    admin(),
                    Map.of("kato", "", "day", "2023-06-16"),
                    List.of(Map.of("iin", ANNA, "wish", "yes", "loan", "0", "income.WAGE", "-5")));
            assertThat(town.refused(id, admin()))
                    .containsExactlyInAnyOrder(
                            "member.0.income.WAGE amount.negative",
                            "member.0.loan screening.loan.sum",
                            "day screening.day.future",
                            "kato screening.place.missing",
                            "member.0.relation screening.relation.missing",
                            "member.0.family_name screening.name.missing",
                            "member.0.occupation screening.occupation.missing",
                            "member.0.direction screening.direction.missing",
                            "member.0.loan_purpose screening.loan.purpose");
        }
    }

    @Test
    void takesNoHouseholdForNewThatIsInTheRegister() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(admin(), Map.of("household_no", "H2"), List.of(member(CEM, "HEAD")));
            assertThat(town.refused(id, admin())).containsExactly("household_no screening.household.known");
        }
    }

    @Test
    void refusesAPlaceOutsideTheTerritoryOfTheAccount() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(coordinator("aigul"), Map.of("kato", "314037000"), List.of(member(CEM, "HEAD")));
            assertThat(town.refused(id, coordinator("aigul"))).containsExactly("kato row.territory");
        }
    }

    @Test
    void isSeenInTheTerritoryAloneAndByItsAuthorWhereverItIs() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID here = town.draft(coordinator("aigul"), Map.of(), List.of());
            UUID there = town.draft(coordinator("aigul"), Map.of("kato", "314037000"), List.of());
            assertThat(town.read(here, coordinator("berik")).begunBy()).isEqualTo("aigul");
            assertThat(town.read(there, coordinator("aigul")).number()).isEqualTo(2);
            assertThatThrownBy(() -> town.read(there, coordinator("berik"))).isInstanceOf(NotFoundException.class);
            assertThat(Screenings.page(
                                    town.connection(),
                                    Optional.of(ScreeningState.DRAFT),
                                    Optional.empty(),
                                    coordinator("berik").reached(),
                                    50)
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsTheLaterOfTwoWritersAndKeepsWhatTheFirstWrote() throws SQLException {
        try (var town = ScreeningFixture.start();
                var other = town.register.database().connect()) {
            UUID id = town.draft(coordinator("aigul"), Map.of(), List.of(member(CEM, "HEAD")));
            int seen = town.read(id, coordinator("aigul")).version();
            town.change(id, Map.of("address", "Абай 5"));

            other.setAutoCommit(false);
            assertThatThrownBy(() -> ScreeningDesk.toChange(
                            other, id, seen, coordinator("berik").reached(), ScreeningState.FINISHED))
                    .isInstanceOfSatisfying(
                            StaleDraft.class, e -> assertThat(e.by()).isEqualTo("admin"));
            assertThatThrownBy(
                            () -> ScreeningFinish.finish(other, id, seen, coordinator("berik"), ScreeningFixture.DAY))
                    .isInstanceOf(StaleDraft.class);
            other.rollback();
            assertThat(town.read(id, admin()).sheet().at("address")).isEqualTo("Абай 5");
        }
    }

    @Test
    void isFinishedOnce() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID id = town.draft(admin(), Map.of(), List.of(member(CEM, "HEAD")));
            town.finish(id, admin());
            assertThatThrownBy(() -> town.finish(id, admin()))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("screening.closed.FINISHED"));
        }
    }

    @Test
    void isTheOnlyDraftOfAHousehold() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            UUID first = town.draftOf(coordinator("aigul"), "H1");
            assertThatThrownBy(() -> town.draftOf(coordinator("berik"), "H1"))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("screening.household.draft"));
            town.connection().rollback();
            town.change(first, Map.of("member.0.occupation", "INACTIVE"));
            town.finish(first, coordinator("aigul"));
            assertThat(town.draftOf(coordinator("berik"), "H1")).isNotEqualTo(first);
        }
    }
}
