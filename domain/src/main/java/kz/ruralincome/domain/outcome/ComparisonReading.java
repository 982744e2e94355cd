package kz.ruralincome.domain.outcome;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.movement.MemberSelection;
import kz.ruralincome.domain.movement.Timelines;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads groups side by side, each question in one snapshot of the database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ComparisonReading {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Which unit is in the pilot since when. */
    public record Area(int unit, LocalDate since, Optional<String> stage) {}

    /**
     * What is asked, once it is settled.
     *
     * @param units where people have to live; null: everywhere
     * @param isNowhere whether it must not be known where they live
     * @param pilot the units of the pilot
     * @param above the units above those
     */
    public record Wanted(
            ComparisonQuestion question,
            OffsetDateTime knownOn,
            LocalDate watched,
            Integer[] units,
            boolean isNowhere,
            Integer[] pilot,
            Integer[] above) {

        private List<Object> parameters() {
            return new ArrayList<>(
                    Arrays.asList(question.from(), question.to(), watched, knownOn, units, pilot, above));
        }
    }

    /** The units that were in the pilot on the day. */
    public List<Area> areas(LocalDate day, OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return areas(connection, day, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the okrugs of the pilot cannot be read", e);
        }
    }

    static List<Area> areas(Connection connection, LocalDate day, OffsetDateTime knownOn) throws SQLException {
        return Sql.list(
                connection,
                row -> new Area(
                        row.getInt(1), row.getObject(2, LocalDate.class), Optional.ofNullable(row.getString(3))),
                ComparisonSql.AREAS,
                knownOn,
                day,
                day);
    }

    /** What was declared complete, as known on the moment. */
    public Coverage coverage(OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return Coverage.asKnownOn(connection, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the coverage cannot be read", e);
        }
    }

    /** The lists that had no row, as known on the moment. */
    public Set<String> missing(OffsetDateTime knownOn) {
        try (var connection = database.getConnection()) {
            return LedgerQueries.missingLists(connection, knownOn);
        } catch (SQLException e) {
            throw new IllegalStateException("the lists without a row cannot be read", e);
        }
    }

    public List<ComparedGroup> groups(Wanted wanted) {
        try (var connection = database.getConnection()) {
            return groups(connection, wanted);
        } catch (SQLException e) {
            throw new IllegalStateException("the groups cannot be compared", e);
        }
    }

    /** The same on a connection whose transaction has not read anything yet. */
    static List<ComparedGroup> groups(Connection connection, Wanted wanted) throws SQLException {
        String compared = begin(connection, wanted);
        Map<Side, Map<ComparisonFigure, Long>> counts = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            counts.put(side, new EnumMap<>(ComparisonFigure.class));
        }
        for (Pair pair : Sql.list(
                connection,
                Pair::of,
                ComparisonSql.counts(compared),
                wanted.parameters().toArray())) {
            for (ComparisonFigure figure : ComparisonFigure.values()) {
                String side = figure.day() == ComparisonFigure.Day.FIRST ? pair.before() : pair.now();
                if (side != null) {
                    counts.get(Side.valueOf(side)).merge(figure, pair.counts().get(figure), Long::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(group -> new ComparedGroup(group.getKey(), group.getValue(), Set.of()))
                .filter(group -> group.side() != Side.UNTOLD || !group.isEmpty())
                .toList();
    }

    /** Those who were in one group on the first date and in one on the second; null: in none. */
    private record Pair(String before, String now, Map<ComparisonFigure, Long> counts) {

        static Pair of(ResultSet row) throws SQLException {
            Map<ComparisonFigure, Long> counts = new EnumMap<>(ComparisonFigure.class);
            for (ComparisonFigure figure : ComparisonFigure.values()) {
                counts.put(figure, row.getLong(3 + figure.ordinal()));
            }
            return new Pair(row.getString(1), row.getString(2), counts);
        }
    }

    /** Some people of one figure of one group, by IIN. */
    public List<Member> members(Wanted wanted, Side side, ComparisonFigure figure, MemberSelection selection) {
        try (var connection = database.getConnection()) {
            return members(connection, wanted, side, figure, selection);
        } catch (SQLException e) {
            throw new IllegalStateException("the people of a group cannot be read", e);
        }
    }

    static List<Member> members(
            Connection connection, Wanted wanted, Side side, ComparisonFigure figure, MemberSelection selection)
            throws SQLException {
        return selection.from(
                connection, begin(connection, wanted), wanted.parameters(), ComparisonSql.members(figure), side.name());
    }

    private static String begin(Connection connection, Wanted wanted) throws SQLException {
        Sql.beginSnapshot(connection);
        var question = wanted.question();
        LocalDate last = wanted.watched().isAfter(question.to()) ? wanted.watched() : question.to();
        var timelines = Timelines.asKnownOn(connection, wanted.knownOn(), question.from(), last);
        return ComparisonSql.compared(question.grouping(), timelines.persons(), wanted.isNowhere(), question);
    }
}
