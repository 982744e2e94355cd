package kz.ruralincome.domain.credit;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Tells how the loans of one person went, as the last run of {@code loan-ageing} has aged them. */
@Stateless
@TransactionAttribute(REQUIRED)
public class LoanCourses {

    /** Rows in: the standing versions of the loans of a person that were handed over; a row each out. */
    private static final String COURSES = """
            select l.id, l.contract_no, n.code, v.tranche_on[1] as handed_over,
                case when v.status in ('REPAID', 'WRITTEN_OFF') then (v.terms ->> 'closedOn')::date end as closed_on,
                k.borders, k.overdue_since
            from loan_version v
            join loan l on l.id = v.loan_id
            join lender n on n.id = l.lender_id
            left join loan_line k on k.loan_id = v.loan_id
            where v.person_id = ? and v.superseded_rev is null and cardinality(v.tranche_on) > 0
            order by v.tranche_on[1], l.id""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /**
     * Those that were handed over, the first first; the look is noted.
     *
     * @throws NotFoundException if there is no such person or they are out of the caller's reach
     */
    public List<LoanCourse> of(UUID person, Access access) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            ReachedPerson reached = ReachedPerson.get(
                    connection, reach.today(), person, reach.units(access).orElse(null));
            AuditTrail.saw(connection, access.account(), "participant.loans", reached.number(), null);
            return of(connection, reached.number(), reach.today());
        } catch (SQLException e) {
            throw new IllegalStateException("the loans of a person cannot be read", e);
        }
    }

    static List<LoanCourse> of(Connection connection, int person, LocalDate today) throws SQLException {
        return Sql.list(connection, row -> course(row, today), COURSES, person);
    }

    private static LoanCourse course(ResultSet row, LocalDate today) throws SQLException {
        LocalDate from = row.getObject("handed_over", LocalDate.class);
        Optional<LocalDate> closed = Optional.ofNullable(row.getObject("closed_on", LocalDate.class));
        LocalDate until = closed.filter(day -> day.isBefore(today)).orElse(today.plusDays(1));
        return new LoanCourse(
                row.getLong("id"),
                row.getString("contract_no"),
                row.getString("code"),
                from,
                closed,
                LoanCourse.stretches(steps(row), from, until));
    }

    private static List<LoanCourse.Step> steps(ResultSet row) throws SQLException {
        List<LoanCourse.Step> steps = new ArrayList<>();
        if (row.getArray("borders") == null) {
            return steps;
        }
        Date[] borders = (Date[]) row.getArray("borders").getArray();
        Date[] since = (Date[]) row.getArray("overdue_since").getArray(); // empty: never overdue
        for (int i = 0; i < borders.length; i++) {
            steps.add(new LoanCourse.Step(
                    borders[i].toLocalDate(),
                    i < since.length ? Optional.ofNullable(since[i]).map(Date::toLocalDate) : Optional.empty()));
        }
        return steps;
    }
}
