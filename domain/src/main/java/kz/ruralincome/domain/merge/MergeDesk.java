package kz.ruralincome.domain.merge;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.participant.Reach;
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
     * @throws RuleViolation see {@link Merging#demandPossible} and {@link Merging#effect}
     */
    public MergePreview preview(UUID kept, UUID merged, Map<String, Side> choices, Access access) {
        return in(access, steps -> steps.preview(kept, merged, choices));
    }

    /**
     * Merges one record into another.
     *
     * @throws InvalidRequest without a reason or a document
     * @throws RuleViolation see {@link Merging#demandPossible}; {@code merge.changed} if the facts are others than those that
     *     were looked at, {@code merge.open} if a choice is missing, {@code form.busy} if a load takes too long
     */
    public Merge merge(MergeRequest request, Access access) {
        Merge made = in(access, steps -> steps.merge(request));
        changed.fire(new RegisterChanged("merge"));
        return made;
    }

    /** The merges into the record that a number in an address names, the last first; nothing is noted. */
    public List<Merge> into(UUID person, Access access) {
        return in(access, steps -> steps.into(person));
    }

    /** What was done, and what would happen if it were undone; the look is noted. */
    public UndoPreview open(UUID id, Access access) {
        return in(access, steps -> steps.open(id));
    }

    /**
     * Parts the two records again.
     *
     * @throws InvalidRequest without a reason
     * @throws RuleViolation see {@link Undoing#undo}; {@code form.busy} if a load takes too long
     */
    public void undo(UUID id, String reason, Access access) {
        in(access, steps -> {
            steps.undo(id, reason);
            return null;
        });
        changed.fire(new RegisterChanged("merge"));
    }

    private interface Work<T> {
        T of(MergeSteps steps) throws SQLException;
    }

    private <T> T in(Access access, Work<T> work) {
        Integer[] units = reach.units(access).orElse(null);
        try (var connection = database.getConnection()) {
            return work.of(new MergeSteps(connection, access, reach.today(), units));
        } catch (SQLException e) {
            throw new IllegalStateException("a merge cannot be read or written", e);
        }
    }
}
