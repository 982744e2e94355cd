package kz.ruralincome.domain.enrolment;

import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.BEK;
import static kz.ruralincome.domain.screening.ScreeningFixture.CEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.merge.MergeFixture;
import kz.ruralincome.domain.screening.ScreeningFixture;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTree;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnrolmentStepsTest {

    private static final LocalDate TODAY = IntakeFixture.TODAY;
    private static final LocalDate MAY = LocalDate.of(2023, 5, 1);
    private static final Access BAYZAK = new Access("aigul", Role.COORDINATOR, Optional.of(313600000), false);
    private static final Access ADMIN = new Access("admin", Role.ADMIN, Optional.empty(), false);
    private static final String ENROLMENTS = """
            select valid_from, valid_to, unit_id, direction, registration_due, left_reason, coordinator
            from enrolment where superseded_rev is null""";
    private static final String SUSPENSIONS = """
            select valid_from, valid_to, reason, end_reason from enrolment_suspension where superseded_rev is null""";

    private static int number(Connection connection, String iin) throws SQLException {
        return Sql.first(connection, Integer.class, "select id from person where iin = ?", iin)
                .orElseThrow();
    }

    private static EnrolmentSteps steps(Connection connection, Access access, String iin) throws SQLException {
        return new EnrolmentSteps(connection, access, TODAY, turn(connection, access, iin));
    }

    private static Turn turn(Connection connection, Access access, String iin) throws SQLException {
        UUID id = Sql.first(connection, UUID.class, "select public_id from person where iin = ?", iin)
                .orElseThrow();
        return Turn.of(connection, access, TODAY, id, null);
    }

    private static void enrol(Connection connection, Access access, String iin, LocalDate day, int unit)
            throws SQLException {
        var request = new EnrolmentRequest(day, unit, 2, Optional.of(LocalDate.of(2023, 12, 1)));
        steps(connection, access, iin).enrol(request, TerritoryTree.current(connection, day));
        connection.commit();
    }

    private static void consented(ScreeningFixture town, String... iins) {
        for (String iin : iins) {
            town.register.given("consents", "iin,scope,from,document\n%s,PROCESSING,2023-01-01,№ 1\n".formatted(iin));
        }
    }

    private static List<String> refused(Connection connection, ThrowingCallable step) throws SQLException {
        var refused = catchThrowableOfType(StepRefused.class, step);
        connection.rollback();
        return refused.reasons().stream().map(StepRefused.Reason::code).toList();
    }

    @Test
    void leadFromEnrolmentOverARestToTheEnd() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            consented(town, ANNA);
            enrol(connection, BAYZAK, ANNA, MAY, 313645000);
            assertThat(town.register.rows(ENROLMENTS))
                    .containsExactly("2023-05-01 infinity 313645000 2 2023-12-01 null aigul");

            steps(connection, BAYZAK, ANNA).suspend(LocalDate.of(2023, 5, 10), "оқуға кетті");
            connection.commit();
            steps(connection, BAYZAK, ANNA).resume(LocalDate.of(2023, 5, 20), "оралды");
            connection.commit();
            steps(connection, BAYZAK, ANNA).suspend(LocalDate.of(2023, 6, 1), "ауырды");
            connection.commit();
            steps(connection, BAYZAK, ANNA).leave(LocalDate.of(2023, 6, 10), "бас тартты");
            connection.commit();
            assertThat(town.register.rows(ENROLMENTS))
                    .containsExactly("2023-05-01 2023-06-10 313645000 2 2023-12-01 бас тартты aigul");
            assertThat(town.register.rows(SUSPENSIONS))
                    .containsExactly(
                            "2023-05-10 2023-05-20 оқуға кетті оралды", "2023-06-01 2023-06-10 ауырды бас тартты");
            assertThat(town.register.rows("select count(*) from enrolment_suspension where superseded_rev is not null"))
                    .containsExactly("2");
            assertThat(ParticipationFacts.standing(connection, number(connection, ANNA))
                            .statusOn(TODAY))
                    .isEqualTo(EnrolmentStatus.LEFT);
        }
    }

    @Test
    void leaveTheEnrolmentOpenWhileItRests() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            consented(town, ANNA);
            enrol(town.connection(), BAYZAK, ANNA, MAY, 313645000);
            steps(town.connection(), BAYZAK, ANNA).suspend(TODAY, "себеп");
            town.connection().commit();
            assertThat(town.register.rows("select valid_to from enrolment where superseded_rev is null"))
                    .containsExactly("infinity");
        }
    }

    @Test
    void areRefusedByWhatTheRegisterKnows() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            assertThat(refused(connection, () -> enrol(connection, ADMIN, ANNA, MAY, 313645000)))
                    .containsExactly("enrolment.no-consent");
            consented(town, ANNA, BEK);
            assertThat(refused(connection, () -> enrol(connection, ADMIN, ANNA, MAY, 314037000)))
                    .containsExactly("enrolment.lives-elsewhere");
            assertThat(refused(connection, () -> enrol(connection, BAYZAK, BEK, MAY, 314037000)))
                    .containsExactly("enrolment.unit");
            assertThat(refused(connection, () -> enrol(connection, ADMIN, ANNA, MAY, 999999999)))
                    .containsExactly("enrolment.lives-elsewhere", "enrolment.unit");
            town.register.given("vital-events", "iin,date,kind\n%s,2023-04-01,LEFT\n".formatted(BEK));
            assertThat(refused(connection, () -> enrol(connection, ADMIN, BEK, MAY, 314037000)))
                    .containsExactly("enrolment.away");
            town.register.given("vital-events", "iin,date,kind\n%s,2023-05-01,DIED\n".formatted(ANNA));
            assertThat(refused(connection, () -> enrol(connection, ADMIN, ANNA, MAY, 313645000)))
                    .containsExactly("enrolment.died");
        }
    }

    @Test
    void areTakenOnceByTwoWriters() throws Exception {
        try (var town = ScreeningFixture.start()) {
            consented(town, ANNA);
            enrol(town.connection(), BAYZAK, ANNA, MAY, 313645000);
            Callable<String> suspending = () -> {
                try (var connection = town.register.database().connect()) {
                    connection.setAutoCommit(false);
                    steps(connection, ADMIN, ANNA).suspend(TODAY, "себеп");
                    connection.commit();
                    return "taken";
                } catch (StepRefused refused) {
                    return refused.code();
                }
            };
            var writers = Executors.newFixedThreadPool(2);
            try {
                var outcomes = writers.invokeAll(List.of(suspending, suspending));
                assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                        .containsExactlyInAnyOrder("taken", "enrolment.not-from.SUSPEND.SUSPENDED");
            } finally {
                writers.shutdown();
            }
            assertThat(town.register.rows(SUSPENSIONS)).hasSize(1);
        }
    }

    @Test
    void areThoseOfTheKeptRecordAfterAMergeThatTheyWaitedFor() throws Exception {
        try (var town = ScreeningFixture.start();
                Connection other = town.register.database().connect()) {
            other.setAutoCommit(false);
            consented(town, ANNA);
            enrol(town.connection(), BAYZAK, ANNA, MAY, 313645000);
            // their other record, without facts of its own
            town.register.given("occupations", "iin,from,kind\n%s,2022-01-01,INACTIVE\n".formatted(CEM));
            new FormIntake(town.connection(), ADMIN, TODAY).begin();
            var late = CompletableFuture.supplyAsync(() -> {
                try {
                    steps(other, ADMIN, CEM).suspend(TODAY, "себеп");
                    other.commit();
                    return "taken";
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                } catch (StepRefused refused) {
                    return refused.code();
                }
            });
            assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS))
                    .as("waits")
                    .isInstanceOf(TimeoutException.class);
            MergeFixture.merged(town.connection(), ANNA, CEM);

            assertThat(late.get(10, TimeUnit.SECONDS)).isEqualTo("taken");
            assertThat(town.register.rows("select person_id from enrolment_suspension"))
                    .containsExactly(String.valueOf(number(town.connection(), ANNA)));
        }
    }

    @Test
    void recordAndWithdrawConsentsWithHistory() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            int person = number(connection, ANNA);
            var signed =
                    new ConsentDesk.Signed(ConsentScope.PROCESSING, MAY, Optional.of(LocalDate.of(2025, 4, 30)), "№ 7");
            ConsentDesk.record(turn(connection, BAYZAK, ANNA), signed, TODAY);
            connection.commit();
            String standing = "select scope, valid_from, valid_to, document from consent where superseded_rev is null";
            assertThat(town.register.rows(standing)).containsExactly("PROCESSING 2023-05-01 2025-05-01 № 7");

            ConsentDesk.withdraw(
                    connection, turn(connection, BAYZAK, ANNA), ConsentScope.PROCESSING, MAY, TODAY, TODAY);
            connection.commit();
            assertThat(town.register.rows(standing)).containsExactly("PROCESSING 2023-05-01 2023-06-15 № 7");
            assertThat(ParticipationFacts.consents(connection, person))
                    .extracting(Participation.Consent::stands)
                    .containsExactly(true, false);
            assertThat(refused(
                            connection,
                            () -> ConsentDesk.withdraw(
                                    connection,
                                    turn(connection, BAYZAK, ANNA),
                                    ConsentScope.PROCESSING,
                                    MAY,
                                    TODAY,
                                    TODAY)))
                    .containsExactly("consent.ended");
            assertThat(refused(
                            connection,
                            () -> ConsentDesk.record(
                                    turn(connection, BAYZAK, ANNA),
                                    new ConsentDesk.Signed(
                                            ConsentScope.CREDIT_BUREAU, TODAY.plusDays(1), Optional.of(TODAY), " "),
                                    TODAY)))
                    .containsExactly("consent.date.future", "consent.term", "consent.document");
        }
    }

    @Test
    void decideWhatAScreeningSaysOnce() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            int person = number(connection, ANNA);
            assertThat(counts(connection)).containsEntry(Waiting.TO_DECIDE, 0L);
            wish(connection, "2023-06-01");
            assertThat(counts(connection)).containsEntry(Waiting.TO_DECIDE, 1L);
            EnrolmentDesk.decline(connection, person, "жасы толмаған", "aigul", TODAY);
            connection.commit();
            assertThat(counts(connection)).containsEntry(Waiting.TO_DECIDE, 0L);
            assertThat(refused(connection, () -> EnrolmentDesk.decline(connection, person, "r", "aigul", TODAY)))
                    .containsExactly("enrolment.no-wish");

            wish(connection, "2023-06-05");
            assertThat(counts(connection)).containsEntry(Waiting.TO_DECIDE, 1L);
            consented(town, ANNA);
            assertThat(refused(connection, () -> enrol(connection, ADMIN, ANNA, MAY, 313645000)))
                    .containsExactly("enrolment.before-screening");
            enrol(connection, ADMIN, ANNA, LocalDate.of(2023, 6, 5), 313645000);
            assertThat(counts(connection))
                    .isEqualTo(Map.of(Waiting.TO_DECIDE, 0L, Waiting.OVERDUE, 0L, Waiting.WITHOUT_CONSENT, 0L));
        }
    }

    @Test
    void knowNothingOfAVisitThatHasNotMetThemAgain() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            wish(connection, "2023-06-05");
            int anna = number(connection, ANNA);
            assertThat(ParticipationFacts.visit(connection, anna)).isPresent();
            assertThat(ParticipationFacts.standing(connection, anna).screenedOn())
                    .contains(LocalDate.of(2023, 6, 5));

            // as finishing a screening once more does
            Sql.update(connection, "update screening set state = 'DRAFT'");
            Sql.update(connection, "update screening_member set met = false, wishes = false");
            Sql.update(connection, "update screening set state = 'FINISHED'");
            assertThat(ParticipationFacts.visit(connection, anna)).isEmpty();
            assertThat(ParticipationFacts.standing(connection, anna).screenedOn())
                    .isEmpty();
            assertThat(counts(connection)).containsEntry(Waiting.TO_DECIDE, 0L);
        }
    }

    @Test
    void countPromisesThatAreDueAndPeopleWithoutConsent() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            town.register.given("enrolments", """
                    iin,from,kato,registration_due
                    %s,2023-01-01,313645000,2023-06-14
                    %s,2023-02-01,314037000,2023-06-15
                    """.formatted(ANNA, BEK));
            assertThat(counts(connection))
                    .containsEntry(Waiting.OVERDUE, 1L)
                    .containsEntry(Waiting.WITHOUT_CONSENT, 2L);
            town.register.given("registrations", "iin,from,status\n%s,2023-06-15,ACTIVE\n".formatted(ANNA));
            consented(town, BEK);
            assertThat(counts(connection))
                    .containsEntry(Waiting.OVERDUE, 0L)
                    .containsEntry(Waiting.WITHOUT_CONSENT, 1L);

            // where they live comes from the last movement run; who is not in it is for accounts without a territory
            assertThat(WaitingDesk.counts(connection, TODAY, new Integer[] {313645000}))
                    .containsEntry(Waiting.WITHOUT_CONSENT, 0L);
            connection.createStatement().execute("""
                    insert into timeline (person_id, iin, borders, states, units)
                    select id, iin, '{2020-01-01}', '{UNKNOWN}', '{313645000}' from person where iin = '%s'""".formatted(ANNA));
            assertThat(WaitingDesk.counts(connection, TODAY, new Integer[] {313645000}))
                    .containsEntry(Waiting.WITHOUT_CONSENT, 1L);
        }
    }

    @Test
    void listThoseWhoWaitLongestFirstPageByPage() throws SQLException {
        try (var town = ScreeningFixture.start()) {
            Connection connection = town.connection();
            town.register.given("enrolments", """
                    iin,from,kato,direction
                    %s,2023-02-01,313645000,1
                    %s,2023-01-01,314037000,
                    """.formatted(ANNA, BEK));
            var first =
                    WaitingDesk.list(connection, Waiting.WITHOUT_CONSENT, Optional.empty(), "admin", TODAY, null, 1);
            assertThat(first.items().get(0).iin().digits()).isEqualTo(BEK);
            // the one after whom the next page begins waits no longer
            consented(town, BEK);
            var after = first.next().map(last -> WaitingDesk.Last.of(last.toString()));
            var second = WaitingDesk.list(connection, Waiting.WITHOUT_CONSENT, after, "admin", TODAY, null, 1);
            assertThat(second.items().get(0).iin().digits()).isEqualTo(ANNA);
            assertThat(second.next()).isEmpty();
            assertThat(town.register.rows("select count(*) from audit where action = 'enrolment.listed'"))
                    .containsExactly("2");
        }
    }

    private static Map<Waiting, Long> counts(Connection connection) throws SQLException {
        return WaitingDesk.counts(connection, TODAY, null);
    }

    /** A finished screening at which Anna wished to take part. */
    private static void wish(Connection connection, String seenOn) throws SQLException {
        connection.createStatement().execute("""
                with s as (insert into screening (state, answers, seen_on, begun_by, changed_by)
                           values ('FINISHED', '{"household": {}, "members": []}', '%s', 'aigul', 'aigul') returning id)
                insert into screening_member (screening_id, person_id, wishes, direction)
                select s.id, p.id, true, 2 from s, person p where p.iin = '%s'""".formatted(seenOn, ANNA));
        connection.commit();
    }
}
