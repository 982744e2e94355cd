package kz.ruralincome.domain.trail;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Slice;

/** Where administrators look through the audit trail. Each look is noted before it is answered, with what was asked. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class TrailDesk {

    /** How many lines a page holds. */
    public static final int PAGE = 100;

    private static final int AT_ONCE = 5_000;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /**
     * A page, the newest line first.
     *
     * @param cursor the {@code next} of the page before
     * @throws InvalidRequest if nobody of the name or nothing of the kind stands in the trail
     * @throws NotFoundException if there is no such person
     */
    public TrailPage page(TrailFilter filter, Optional<String> cursor, Access administrator) {
        TrailPlace after = cursor.map(TrailPlace::read).orElse(null);
        return in(administrator, (connection, trail) -> {
            Optional<Integer> person = check(filter, trail);
            note(connection, "trail.listed", filter, person, administrator);
            Slice<TrailLine> page = Slice.of(trail.page(filter, person, after, PAGE + 1), PAGE);
            return new TrailPage(
                    page.items(), page.goesOnAfter().map(line -> line.place().toString()));
        });
    }

    /** All lines, the newest first, one after the other; lines that are written meanwhile are not among them. */
    public void each(TrailFilter filter, Access administrator, Consumer<TrailLine> reader) {
        Optional<Integer> person = in(administrator, (connection, trail) -> {
            Optional<Integer> checked = check(filter, trail);
            note(connection, "trail.exported", filter, checked, administrator);
            return checked;
        });
        TrailPlace after = null;
        List<TrailLine> some;
        do {
            TrailPlace behind = after;
            some = in(administrator, (connection, trail) -> trail.page(filter, person, behind, AT_ONCE));
            some.forEach(reader);
            after = some.isEmpty() ? null : some.get(some.size() - 1).place();
        } while (some.size() == AT_ONCE);
    }

    /** Everybody of whom there is a line. */
    public List<String> accounts(Access administrator) {
        return in(administrator, (connection, trail) -> trail.accounts());
    }

    /** Everything of which there is a line. */
    public List<String> actions(Access administrator) {
        return in(administrator, (connection, trail) -> actions(trail));
    }

    private static List<String> actions(TrailSql trail) throws SQLException {
        List<String> actions = new ArrayList<>(trail.actions());
        actions.add(TrailSql.CALL);
        return actions;
    }

    /** What is asked goes into the trail, so it must be known words: somebody may have typed an IIN. */
    private static Optional<Integer> check(TrailFilter filter, TrailSql trail) throws SQLException {
        List<FieldError> errors = new ArrayList<>();
        if (filter.account().isPresent()
                && !trail.accounts().contains(filter.account().get())) {
            errors.add(new FieldError("account", "trail.account-unknown", List.of()));
        }
        if (filter.action().isPresent()
                && !actions(trail).contains(filter.action().get())) {
            errors.add(new FieldError("action", "trail.action-unknown", List.of()));
        }
        if (filter.from().isPresent()
                && filter.to().isPresent()
                && filter.to().get().isBefore(filter.from().get())) {
            errors.add(new FieldError("to", "trail.period", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        if (filter.person().isEmpty()) {
            return Optional.empty();
        }
        var number = trail.person(filter.person().get());
        return Optional.of(number.orElseThrow(() -> new NotFoundException("participant")));
    }

    private static void note(
            Connection connection, String action, TrailFilter filter, Optional<Integer> person, Access administrator)
            throws SQLException {
        var asked = Json.createObjectBuilder();
        filter.account().ifPresent(account -> asked.add("account", account));
        filter.action().ifPresent(one -> asked.add("action", one));
        filter.from().ifPresent(day -> asked.add("from", day.toString()));
        filter.to().ifPresent(day -> asked.add("to", day.toString()));
        String details = asked.build().toString();
        if (person.isPresent()) {
            AuditTrail.saw(connection, administrator.account(), action, person.get(), details);
        } else {
            AuditTrail.note(connection, administrator.account(), action, details);
        }
    }

    private <T> T in(Access administrator, Work<T> work) {
        Access.demand(administrator.administers());
        try (var connection = database.getConnection()) {
            return work.with(connection, new TrailSql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail cannot be read", e);
        }
    }

    /** Something to read of the trail. */
    private interface Work<T> {
        T with(Connection connection, TrailSql trail) throws SQLException;
    }
}
