package kz.ruralincome.domain.enrolment;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;
import static kz.ruralincome.domain.intake.FormIntake.cells;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.enrolment.Participation.Consent;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.intake.FormRow;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Where a consent is recorded and withdrawn; rows of the list {@code consents}. */
@Stateless
@TransactionAttribute(REQUIRED)
public class ConsentDesk {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * A consent as it was signed.
     *
     * @param lastDay of its term; empty: until it is withdrawn
     * @param document the paper that says so
     */
    public record Signed(ConsentScope scope, LocalDate from, Optional<LocalDate> lastDay, String document) {}

    /** @throws StepRefused why it cannot be recorded */
    public void record(UUID id, Signed consent, Access access) {
        with(id, access, "consent.recorded", (connection, turn) -> record(turn, consent, reach.today()));
    }

    static void record(Turn turn, Signed consent, LocalDate today) throws SQLException {
        List<String> reasons = new ArrayList<>();
        if (consent.from().isAfter(today)) {
            reasons.add("consent.date.future");
        }
        if (consent.lastDay().filter(consent.from()::isAfter).isPresent()) {
            reasons.add("consent.term");
        }
        if (consent.document() == null || consent.document().isBlank()) {
            reasons.add("consent.document");
        }
        StepRefused.demand(reasons);
        write(
                turn.intake(),
                cells(
                        "iin", turn.person().summary().iin().digits(),
                        "scope", consent.scope().name(),
                        "from", consent.from().toString(),
                        "last_day", consent.lastDay().map(LocalDate::toString).orElse(null),
                        "document", consent.document().strip()));
    }

    /**
     * Ends a consent: from the day on it holds no longer.
     *
     * @param from the first day of the consent
     */
    public void withdraw(UUID id, ConsentScope scope, LocalDate from, LocalDate day, Access access) {
        with(
                id,
                access,
                "consent.withdrawn",
                (connection, turn) -> withdraw(connection, turn, scope, from, day, reach.today()));
    }

    static void withdraw(
            Connection connection, Turn turn, ConsentScope scope, LocalDate from, LocalDate day, LocalDate today)
            throws SQLException {
        ReachedPerson person = turn.person();
        Optional<Consent> standing = ParticipationFacts.consents(connection, person.number()).stream()
                .filter(consent -> consent.stands()
                        && consent.scope() == scope
                        && consent.from().equals(from))
                .findFirst();
        List<String> reasons = new ArrayList<>();
        if (day.isAfter(today)) {
            reasons.add("consent.date.future");
        }
        if (standing.isEmpty()
                || standing.get().to().filter(to -> !to.isAfter(day)).isPresent()) {
            reasons.add("consent.ended");
        } else if (day.isBefore(from)) {
            reasons.add("consent.before");
        }
        StepRefused.demand(reasons);
        Map<String, String> cells =
                cells("iin", person.summary().iin().digits(), "scope", scope.name(), "from", from.toString());
        if (day.equals(from)) {
            cells.put("action", "REMOVE"); // it has held on no day
        } else {
            cells.put("to", day.toString());
            standing.get().document().ifPresent(document -> cells.put("document", document));
        }
        write(turn.intake(), cells);
    }

    private static void write(FormIntake intake, Map<String, String> cells) throws SQLException {
        try {
            intake.write("consent", List.of(new FormRow("consents", "consent", cells)));
        } catch (FormRefused refused) {
            throw StepRefused.of(refused);
        }
    }

    private interface Work {
        void of(Connection connection, Turn turn) throws SQLException;
    }

    private void with(UUID id, Access access, String action, Work work) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            Turn turn = Turn.of(
                    connection, access, reach.today(), id, reach.units(access).orElse(null));
            work.of(connection, turn);
            AuditTrail.saw(connection, access.account(), action, turn.person().number(), null);
        } catch (SQLException e) {
            throw new IllegalStateException("a consent cannot be recorded", e);
        }
    }
}
