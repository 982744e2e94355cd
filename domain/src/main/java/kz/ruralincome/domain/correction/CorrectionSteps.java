package kz.ruralincome.domain.correction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.FactField;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/**
 * The steps of a correction, in the transaction of a connection. Each waits for its turn among the loads first, so two who
 * decide at once do so one after the other, and nothing changes between the verdict and what is written.
 */
final class CorrectionSteps {

    private CorrectionSteps() {}

    /** See {@link CorrectionDesk#correct}. */
    static CorrectionDesk.Done correct(
            Connection connection, Access access, LocalDate today, ReachedPerson person, CorrectionRequest request)
            throws SQLException {
        List<FactField> fields = CorrectionWriting.fields(request.list());
        if (fields.isEmpty()) {
            throw new NotFoundException("fact");
        }
        var writing = CorrectionWriting.begin(connection, access, today);
        FactRow before = standing(connection, person.number(), request.list(), request.fact());
        CorrectionRequest asked = read(request, fields, before);
        if (Corrections.openOf(connection, asked.list(), asked.fact()).isPresent()) {
            throw new RuleViolation("correction.waiting-already");
        }
        long id = Corrections.next(connection);
        // what is written may have to be taken back: then it was a trial
        Sql.update(connection, "savepoint correction");
        var effect = writing.write(id, person, before, asked.cells());
        List<Integer> reports = effect.reports(connection, asked.list());
        if (!reports.isEmpty()) {
            Sql.update(connection, "rollback to savepoint correction");
        }
        Corrections.add(
                connection,
                id,
                person.number(),
                asked,
                before.cells(),
                asked.cells().map(cells -> effect.said(before).orElse(cells)),
                reports,
                reports.isEmpty() ? Optional.of(effect.revision()) : Optional.empty(),
                access.account());
        note(connection, access, reports.isEmpty() ? "correction.written" : "correction.proposed", person.number(), id);
        return new CorrectionDesk.Done(id, reports.isEmpty());
    }

    /** See {@link CorrectionDesk#confirm}. */
    static void confirm(Connection connection, Access access, LocalDate today, Integer[] units, long id)
            throws SQLException {
        var writing = CorrectionWriting.begin(connection, access, today);
        Corrections.Row row = waiting(connection, today, units, id);
        demandAnother(row.correction(), access);
        FactRow before = standing(connection, row).orElseThrow(() -> new RuleViolation("correction.changed"));
        ReachedPerson person =
                ReachedPerson.get(connection, today, row.correction().person(), units);
        var effect = writing.write(id, person, before, row.correction().after());
        Corrections.decide(
                connection,
                id,
                CorrectionState.CONFIRMED,
                access.account(),
                Optional.empty(),
                Optional.of(effect.revision()));
        note(connection, access, "correction.confirmed", row.person(), id);
    }

    /** See {@link CorrectionDesk#refuse}. */
    static void refuse(Connection connection, Access access, LocalDate today, Integer[] units, long id, String reason)
            throws SQLException {
        String because = text(reason, "reason", CorrectionRequest.LONGEST_REASON);
        new FormIntake(connection, access, today).begin();
        Corrections.Row row = waiting(connection, today, units, id);
        demandAnother(row.correction(), access);
        Corrections.decide(
                connection, id, CorrectionState.REFUSED, access.account(), Optional.of(because), Optional.empty());
        note(connection, access, "correction.refused", row.person(), id);
    }

    /** See {@link CorrectionDesk#takeBack}. */
    static void takeBack(Connection connection, Access access, LocalDate today, Integer[] units, long id)
            throws SQLException {
        new FormIntake(connection, access, today).begin();
        Corrections.Row row = waiting(connection, today, units, id);
        if (!row.correction().proposedBy().equals(access.account())) {
            throw new RuleViolation("correction.not-own");
        }
        Corrections.decide(
                connection, id, CorrectionState.TAKEN_BACK, access.account(), Optional.empty(), Optional.empty());
        note(connection, access, "correction.taken-back", row.person(), id);
    }

    /** The version that a correction is for, while it stands. */
    static Optional<FactRow> standing(Connection connection, Corrections.Row row) throws SQLException {
        return CorrectionWriting.facts(
                        connection, row.person(), row.correction().list())
                .stream()
                .filter(fact -> fact.id() == row.correction().fact() && fact.stands())
                .findFirst();
    }

    private static FactRow standing(Connection connection, int person, String list, long fact) throws SQLException {
        FactRow row = FactVersions.all(connection, person).stream()
                .filter(one -> one.list().equals(list) && one.id() == fact)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("fact"));
        if (!row.stands()) {
            throw new RuleViolation("correction.changed");
        }
        return row;
    }

    private static Corrections.Row waiting(Connection connection, LocalDate today, Integer[] units, long id)
            throws SQLException {
        Corrections.Row row = Corrections.get(connection, id, today, units);
        if (!row.correction().isOpen()) {
            throw new RuleViolation("correction.decided");
        }
        return row;
    }

    private static void demandAnother(Correction correction, Access access) {
        if (correction.proposedBy().equals(access.account())) {
            throw new RuleViolation("correction.own");
        }
    }

    private static void note(Connection connection, Access access, String action, int person, long id)
            throws SQLException {
        AuditTrail.saw(connection, access.account(), action, person, CorrectionDesk.details(id));
    }

    /** Of the cells those that may be put right alone; whose fact it is stays as it is. */
    private static CorrectionRequest read(CorrectionRequest request, List<FactField> fields, FactRow before) {
        return new CorrectionRequest(
                request.list(),
                request.fact(),
                request.cells().map(cells -> said(cells, fields, before)),
                text(request.reason(), "reason", CorrectionRequest.LONGEST_REASON),
                text(request.document(), "document", CorrectionRequest.LONGEST_DOCUMENT));
    }

    private static Map<String, String> said(Map<String, String> cells, List<FactField> fields, FactRow before) {
        Map<String, String> said = new HashMap<>();
        if (!CorrectionWriting.isOfPerson(before.list())) {
            before.cell("household_no").ifPresent(number -> said.put("household_no", number));
        }
        fields.forEach(field -> {
            String cell = cells.getOrDefault(field.column(), "").strip();
            if (!cell.isEmpty()) {
                said.put(field.column(), cell);
            }
        });
        return said;
    }

    private static String text(String said, String field, int limit) {
        if (said == null || said.isBlank() || said.strip().length() > limit) {
            throw new InvalidRequest(field, "correction." + field, limit);
        }
        return said.strip();
    }
}
