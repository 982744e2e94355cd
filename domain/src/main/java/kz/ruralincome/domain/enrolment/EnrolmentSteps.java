package kz.ruralincome.domain.enrolment;

import static kz.ruralincome.domain.intake.FormIntake.cells;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.intake.FormRow;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTree;

/** The steps of one person, in the transaction of a connection; one at a time, so that two writers cannot take the same. */
final class EnrolmentSteps {

    private final Connection connection;
    private final Access access;
    private final LocalDate today;
    private final int person;
    private final Iin iin;
    private final FormIntake intake;
    private final Standing standing;

    EnrolmentSteps(Connection connection, Access access, LocalDate today, Turn turn) throws SQLException {
        this.connection = connection;
        this.access = access;
        this.today = today;
        this.person = turn.person().number();
        this.iin = turn.person().summary().iin();
        this.intake = turn.intake();
        this.standing = ParticipationFacts.standing(connection, person);
    }

    void enrol(EnrolmentRequest request, TerritoryTree tree) throws SQLException {
        DayFacts facts = ParticipationFacts.on(connection, person, request.day());
        boolean inside =
                facts.home().filter(home -> tree.liesIn(home, request.unit())).isPresent();
        List<String> reasons = new ArrayList<>(StepRules.ofEnrolling(
                request.day(),
                request.registrationDue(),
                standing,
                new DayFacts(facts.consented(), facts.away(), facts.home(), inside),
                today));
        boolean reached =
                access.territory().map(own -> tree.liesIn(request.unit(), own)).orElse(true);
        if (tree.unit(request.unit()).isEmpty() || !reached) {
            reasons.add("enrolment.unit");
        }
        if (request.direction() < 1 || request.direction() > 5) {
            reasons.add("enrolment.direction");
        }
        StepRefused.demand(reasons);
        write(new Enrolment(
                request.day(),
                Optional.empty(),
                request.unit(),
                Optional.of(request.direction()),
                request.registrationDue(),
                Optional.empty(),
                Optional.of(access.account())));
    }

    void suspend(LocalDate day, String reason) throws SQLException {
        StepRefused.demand(StepRules.ofSuspending(day, standing, today));
        Suspensions.write(
                connection, person, revision(), new Suspension(day, Optional.empty(), reason, Optional.empty()));
    }

    void resume(LocalDate day, String reason) throws SQLException {
        StepRefused.demand(StepRules.ofResuming(day, standing, today));
        endRest(standing.suspensionOn(day).orElseThrow(), day, reason);
    }

    void leave(LocalDate day, String reason) throws SQLException {
        StepRefused.demand(StepRules.ofLeaving(day, standing, today));
        Optional<Suspension> resting = standing.suspensionOn(day);
        if (resting.isPresent()) {
            endRest(resting.get(), day, reason);
        }
        Enrolment enrolment = standing.enrolmentOn(day).orElseThrow();
        write(new Enrolment(
                enrolment.from(),
                Optional.of(day),
                enrolment.unit(),
                enrolment.direction(),
                enrolment.registrationDue(),
                Optional.of(reason),
                enrolment.coordinator()));
    }

    private void write(Enrolment enrolment) throws SQLException {
        try {
            intake.write(
                    "enrolment",
                    List.of(new FormRow(
                            "enrolments",
                            "day",
                            cells(
                                    "iin", iin.digits(),
                                    "from", enrolment.from().toString(),
                                    "to", text(enrolment.to()),
                                    "kato", "%09d".formatted(enrolment.unit()),
                                    "direction", text(enrolment.direction()),
                                    "registration_due", text(enrolment.registrationDue()),
                                    "left_reason", enrolment.leftReason().orElse(null),
                                    "coordinator", enrolment.coordinator().orElse(null)))));
        } catch (FormRefused refused) {
            throw StepRefused.of(refused);
        }
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(null);
    }

    private long revision() throws SQLException {
        return Revision.open(connection, access.account(), "ENROLMENT").id();
    }

    private void endRest(Suspension resting, LocalDate day, String reason) throws SQLException {
        long revision = revision();
        Sql.update(connection, """
                update enrolment_suspension set superseded_rev = ?
                where person_id = ? and valid_from = ? and superseded_rev is null""", revision, person, resting.from());
        Suspensions.write(
                connection,
                person,
                revision,
                new Suspension(resting.from(), Optional.of(day), resting.reason(), Optional.of(reason)));
    }
}
