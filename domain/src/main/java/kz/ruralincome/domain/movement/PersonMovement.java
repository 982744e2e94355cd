package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** The desk at which one person's timeline is opened. */
@Stateless
@TransactionAttribute(REQUIRED)
public class PersonMovement {

    private static final String REACHABLE = """
            select p.id
            from person p left join timeline t on t.person_id = p.id
            where p.id = (select id from person_named where public_id = ?)
              and (?::integer[] is null or t.units[width_bucket(?::date, t.borders)] = any (?::integer[]))""";

    private static final String BORDERS = """
            select b, s from timeline, unnest(borders, states) with ordinality n (b, s, nth)
            where person_id = ? order by nth""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private AuditTrail audit;

    /**
     * A time in one state.
     *
     * @param to the first day that it no longer covers; empty: it is still running
     */
    public record Period(State state, LocalDate from, Optional<LocalDate> to) {}

    /**
     * The timeline as the last finished run has made it; each look is noted.
     *
     * @throws NotFoundException if there is no such person, or they live out of the caller's reach
     */
    public List<Period> timeline(UUID person, Access access) {
        Access.demand(access.seesPersons());
        LocalDate today = calendar.today();
        Integer[] units = access.territory().map(trees.on(today)::within).orElse(null);
        try (var connection = database.getConnection()) {
            int number = Sql.first(connection, Integer.class, REACHABLE, person, units, today, units)
                    .orElseThrow(() -> new NotFoundException("participant"));
            audit.saw(access.account(), "participant.movement", number, null);
            return periods(Sql.list(
                    connection,
                    row -> new Period(
                            State.valueOf(row.getString(2)), row.getObject(1, LocalDate.class), Optional.empty()),
                    BORDERS,
                    number));
        } catch (SQLException e) {
            throw new IllegalStateException("the timeline of a person cannot be read", e);
        }
    }

    /** The borders at which the state changes; where only the place does, one period goes on. */
    static List<Period> periods(List<Period> borders) {
        List<Period> periods = new ArrayList<>();
        for (Period next : borders) {
            int last = periods.size() - 1;
            if (last < 0) {
                periods.add(next);
            } else if (periods.get(last).state() != next.state()) {
                var before = periods.get(last);
                periods.set(last, new Period(before.state(), before.from(), Optional.of(next.from())));
                periods.add(next);
            }
        }
        return periods;
    }
}
