package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.merge.Merges.Row;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;

/** What a caller may do about two records, with its line of the audit trail, in the transaction of a connection. */
final class MergeSteps {

    private final Connection connection;
    private final Access access;
    private final LocalDate today;
    private final Integer[] units;
    private final Merges merges;

    /** @param units those that the caller reaches; null: all */
    MergeSteps(Connection connection, Access access, LocalDate today, Integer[] units) {
        this.connection = connection;
        this.access = access;
        this.today = today;
        this.units = units;
        this.merges = new Merges(connection);
    }

    /** See {@link MergeDesk#preview}. */
    MergePreview preview(UUID kept, UUID merged, Map<String, Side> choices) throws SQLException {
        Access.demand(access.writesOfPersons());
        Person one = find(kept);
        Person other = find(merged);
        ReachedPerson keeper = reached(kept);
        ReachedPerson goer = reached(merged);
        var merging = new Merging(connection, one, other);
        merging.demandPossible();
        MergePlan plan = merging.plan();
        var records = new RecordReading(connection, today);
        var preview = new MergePreview(
                records.record(keeper),
                records.record(goer),
                plan.lines(),
                plan.isOpen(choices) ? Optional.empty() : Optional.of(merging.effect(plan, choices)),
                records.reports(one, other, plan),
                merging.mark(plan));
        saw("merge.previewed", one.number(), other.number(), null);
        return preview;
    }

    /** See {@link MergeDesk#merge}. */
    Merge merge(MergeRequest request) throws SQLException {
        Access.demand(access.writesOfPersons());
        String reason = text("reason", request.reason());
        String document = text("document", request.document());
        Person kept = find(request.kept());
        Person merged = find(request.merged());
        reached(request.kept());
        reached(request.merged());
        new FormIntake(connection, access, today).begin();
        var merging = new Merging(connection, kept, merged);
        merging.lock();
        Merge merge = merging.merge(request, reason, document, access.account());
        saw("merge.made", kept.number(), merged.number(), merge);
        return merge;
    }

    /** See {@link MergeDesk#into}. */
    List<Merge> into(UUID person) throws SQLException {
        Access.demand(access.seesPersons());
        return merges.into(reached(person).number()).stream().map(Row::merge).toList();
    }

    /** See {@link MergeDesk#open}. */
    UndoPreview open(UUID id) throws SQLException {
        Access.demand(access.writesOfPersons());
        Row row = row(id);
        ReachedPerson kept = reached(row.merge().kept());
        var undoing = new Undoing(connection, row);
        boolean stands = row.merge().undone().isEmpty();
        UndoPlan plan = undoing.plan();
        saw("merge.opened", row.keptNumber(), row.mergedNumber(), row.merge());
        return new UndoPreview(
                row.merge(),
                kept.summary().name(),
                stands ? plan.written(Side.KEPT) : List.of(),
                stands ? plan.written(Side.MERGED) : List.of(),
                stands ? plan.arrived() : Map.of(),
                stands ? undoing.loans() : List.of(),
                stands ? plan.clashes() : List.of(),
                undoing.isLast());
    }

    /** See {@link MergeDesk#undo}. */
    void undo(UUID id, String reason) throws SQLException {
        Access.demand(access.writesOfPersons());
        String because = text("reason", reason);
        reached(row(id).merge().kept());
        new FormIntake(connection, access, today).begin();
        Row row = row(id);
        new Undoing(connection, row).undo(because, access.account());
        saw("merge.undone", row.keptNumber(), row.mergedNumber(), row.merge());
    }

    private void saw(String action, int one, int other, Merge merge) throws SQLException {
        AuditTrail.saw(
                connection,
                access.account(),
                action,
                List.of(one, other),
                merge == null ? null : "{\"merge\": \"" + merge.id() + "\"}");
    }

    private Person find(UUID id) throws SQLException {
        return Person.find(connection, id).orElseThrow(() -> new NotFoundException("participant"));
    }

    private Row row(UUID id) throws SQLException {
        return merges.find(id).orElseThrow(() -> new NotFoundException("merge"));
    }

    /** Who stands for the record; when it is merged, the one that it leads to. */
    private ReachedPerson reached(UUID id) throws SQLException {
        return ReachedPerson.get(connection, today, id, units);
    }

    private static String text(String field, String typed) {
        if (typed == null || typed.isBlank() || typed.strip().length() > MergeDesk.LONGEST_TEXT) {
            throw new InvalidRequest(field, "merge." + field + ".wrong", MergeDesk.LONGEST_TEXT);
        }
        return typed.strip();
    }
}
