package kz.ruralincome.domain.outcome;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.credit.LoanLines;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.movement.MemberSelection;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads the people behind a figure by the text that counts it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FigureMembersReading {

    /** Rows in: what is counted, each person once. */
    private static final String TIMELINES = "from told c where %s";

    /** Rows in: what is counted. Rows out: a person once, however often they count. */
    private static final String PERSONS = "from (select distinct c.person_id, c.iin from told c where %s) c";

    /** The same of debtors, who may be most of a register: person by person. */
    private static final String DEBTORS = """
            from (
                select p.id as person_id, p.iin
                from person p
                where exists (select from told c where c.person_id = p.id and %s)) c""";

    /** Rows in: the households counted. Rows out: who was a member on the day on which they are counted, and lived. */
    private static final String OF_HOUSEHOLDS = """
            from (
                select t.person_id, t.iin
                from {timeline} t
                where exists (
                    select from told c
                    join membership m on m.household_id = c.household_id
                        and m.valid_from <= c.on_date and m.valid_to > c.on_date and {visible m}
                    where m.person_id = t.person_id
                      and t.states[width_bucket(c.on_date, t.borders)] not in ('DECEASED', 'AWAY') and %s)) c""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** What was declared complete, as known on the moment. */
    public Coverage coverage(OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return Coverage.asKnownOn(connection, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the coverage cannot be read", e);
        }
    }

    /**
     * What is asked, once it is settled.
     *
     * @param here which rows of the text are in the figure
     */
    public record Wanted(
            FigureCell cell, RowCondition here, Window window, Population population, OffsetDateTime knownOn) {}

    /** Some of the people, by IIN. */
    public List<Member> members(Wanted wanted, MemberSelection selection) {
        try (var connection = database.getConnection()) {
            return members(connection, wanted, selection);
        } catch (SQLException e) {
            throw new IllegalStateException("the people behind a figure cannot be read", e);
        }
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static List<Member> members(Connection connection, Wanted wanted, MemberSelection selection) throws SQLException {
        Sql.beginSnapshot(connection);
        Sql.update(connection, Sql.BOTH_CORES);
        Window window = wanted.window();
        LocalDate first = Stream.of(window.start(), LedgerSql.lastDayOfQuarterBefore(window.asOf()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        var timelines = Timelines.asKnownOn(connection, wanted.knownOn(), first, window.asOf());
        CountedSql told = wanted.cell().told();
        String loanLine = told == CreditSql.OUTSTANDING
                ? LoanLines.asKnownOn(connection, wanted.knownOn())
                : LoanLines.OF_THE_LAST_RUN;
        var queries =
                new LedgerQueries(connection, timelines.persons(), timelines.households(), loanLine, wanted.knownOn());
        String rows = told.listing().replace("{population}", LedgerSql.condition(wanted.population()));
        List<Object> ofTables = List.of(
                new String[] {window.start().toString()},
                new String[] {window.asOf().toString()},
                wanted.knownOn());
        String tables = queries.resolved(rows);
        String people = group(wanted.cell());
        String group = queries.resolved(people.formatted(wanted.here().sql()));
        Object[] ofGroup = wanted.here().parameters().toArray();
        // in one place there are few, and so there are in what is told apart
        return ofGroup.length == 0 && !people.equals(PERSONS)
                ? selection.fromMany(connection, tables, ofTables, group)
                : selection.from(connection, tables, ofTables, group, ofGroup);
    }

    private static String group(FigureCell cell) {
        if (cell.isOfHouseholds()) {
            return OF_HOUSEHOLDS;
        }
        if (cell.told() == CreditSql.OUTSTANDING) {
            return DEBTORS;
        }
        return LedgerSql.BY_TIMELINE.contains(cell.told()) ? TIMELINES : PERSONS;
    }
}
