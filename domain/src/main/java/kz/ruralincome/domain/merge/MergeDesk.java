package kz.ruralincome.domain.merge;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.merge.Merges.Row;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * Where two records of one person are held against each other, merged, and parted again. For coordinators and administrators
 * who reach both; who is out of reach looks as if they were not there ({@link NotFoundException}).
 */
@Stateless
@TransactionAttribute(REQUIRED)
public class MergeDesk {

    /** The longest reason or document, in characters. */
    public static final int LONGEST_TEXT = 300;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private Event<RegisterChanged> changed;

    /**
     * What a merge would do; both looks are noted.
     *
     * @param choices that are made so far, by the id of the line
     * @throws RuleViolation see {@link Merging#demandPossible}
     */
    public MergePreview preview(UUID kept, UUID merged, Map<String, Side> choices, Access access) {
        return in(access, connection -> {
            Person one = find(connection, kept);
            Person other = find(connection, merged);
            ReachedPerson keeper = reached(connection, kept, access);
            ReachedPerson goer = reached(connection, merged, access);
            var merging = new Merging(connection, one, other);
            merging.demandPossible();
            MergePlan plan = merging.plan();
            var records = new RecordReading(connection, reach.today());
            var preview = new MergePreview(
                    records.record(keeper),
                    records.record(goer),
                    plan.lines(),
                    plan.isOpen(choices) ? Optional.empty() : Optional.of(merging.effect(plan, choices)),
                    records.reports(one, other, plan),
                    merging.mark(plan));
            AuditTrail.saw(
                    connection, access.account(), "merge.previewed", List.of(one.number(), other.number()), null);
            return preview;
        });
    }

    /**
     * Merges one record into another.
     *
     * @throws InvalidRequest without a reason or a document
     * @throws RuleViolation see {@link Merging#demandPossible}; {@code merge.changed} if the facts are others than those that
     *     were looked at, {@code merge.open} if a choice is missing, {@code form.busy} if a load takes too long
     */
    public Merge merge(MergeRequest request, Access access) {
        String reason = text("reason", request.reason());
        String document = text("document", request.document());
        Merge made = in(access, connection -> {
            Person kept = find(connection, request.kept());
            Person merged = find(connection, request.merged());
            reached(connection, request.kept(), access);
            reached(connection, request.merged(), access);
            new FormIntake(connection, access, reach.today()).begin();
            var merging = new Merging(connection, kept, merged);
            merging.lock();
            Merge merge = merging.merge(request, reason, document, access.account());
            AuditTrail.saw(
                    connection,
                    access.account(),
                    "merge.made",
                    List.of(kept.number(), merged.number()),
                    details(merge));
            return merge;
        });
        changed.fire(new RegisterChanged("merge"));
        return made;
    }

    /** The merges into the record that a number in an address names, the last first; nothing is noted. */
    public List<Merge> into(UUID person, Access access) {
        Access.demand(access.seesPersons());
        return with(connection -> new Merges(connection)
                .into(reached(connection, person, access).number()).stream()
                        .map(Row::merge)
                        .toList());
    }

    /** What would happen if it were undone; the look is noted. */
    public UndoPreview open(UUID id, Access access) {
        return in(access, connection -> {
            Row row = row(connection, id);
            ReachedPerson kept = reached(connection, row.merge().kept(), access);
            var undoing = new Undoing(connection, row);
            boolean stands = row.merge().undone().isEmpty();
            UndoPlan plan = undoing.plan();
            AuditTrail.saw(
                    connection,
                    access.account(),
                    "merge.opened",
                    List.of(row.keptNumber(), row.mergedNumber()),
                    details(row.merge()));
            return new UndoPreview(
                    row.merge(),
                    kept.summary().name(),
                    stands ? plan.written(Side.KEPT) : List.of(),
                    stands ? plan.written(Side.MERGED) : List.of(),
                    stands ? plan.arrived() : Map.of(),
                    stands ? undoing.loans() : List.of(),
                    stands ? plan.clashes() : List.of(),
                    undoing.isLast());
        });
    }

    /**
     * Parts the two records again.
     *
     * @throws RuleViolation see {@link Undoing#undo}; {@code form.busy} if a load takes too long
     */
    public void undo(UUID id, String reason, Access access) {
        String because = text("reason", reason);
        in(access, connection -> {
            reached(connection, row(connection, id).merge().kept(), access);
            new FormIntake(connection, access, reach.today()).begin();
            Row row = row(connection, id);
            new Undoing(connection, row).undo(because, access.account());
            AuditTrail.saw(
                    connection,
                    access.account(),
                    "merge.undone",
                    List.of(row.keptNumber(), row.mergedNumber()),
                    details(row.merge()));
            return null;
        });
        changed.fire(new RegisterChanged("merge"));
    }

    private static String details(Merge merge) {
        return "{\"merge\": \"" + merge.id() + "\"}";
    }

    private static Person find(Connection connection, UUID id) throws SQLException {
        return Person.find(connection, id).orElseThrow(() -> new NotFoundException("participant"));
    }

    private static Row row(Connection connection, UUID id) throws SQLException {
        return new Merges(connection).find(id).orElseThrow(() -> new NotFoundException("merge"));
    }

    /** Who stands for the record; when it is merged, the one that it leads to. */
    private ReachedPerson reached(Connection connection, UUID id, Access access) throws SQLException {
        return ReachedPerson.get(
                connection, reach.today(), id, reach.units(access).orElse(null));
    }

    private static String text(String field, String typed) {
        if (typed == null || typed.isBlank() || typed.strip().length() > LONGEST_TEXT) {
            throw new InvalidRequest(field, "merge." + field + ".wrong", LONGEST_TEXT);
        }
        return typed.strip();
    }

    private interface Work<T> {
        T of(Connection connection) throws SQLException;
    }

    private <T> T in(Access access, Work<T> work) {
        Access.demand(access.writesOfPersons());
        return with(work);
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("a merge cannot be read or written", e);
        }
    }
}
