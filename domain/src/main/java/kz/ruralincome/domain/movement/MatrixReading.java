package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;
import static kz.ruralincome.domain.movement.MatrixCell.ELSEWHERE;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MatrixSql.Counted;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads cells and their members, each in one snapshot of the database. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class MatrixReading {

    private static final String CELLS = """
            select coalesce(old_state::text, 'ELSEWHERE'), coalesce(new_state::text, 'ELSEWHERE'), persons, members
            from (select old_state, new_state, count(*) as persons, %s as members
                  from counted group by old_state, new_state) c
            order by c.old_state nulls last, c.new_state nulls last""";

    /** The hash of a group, over a column {@code iin}. */
    static final String HASH = """
            'sha256:' || encode(sha256(convert_to(string_agg(iin, E'\\n' order by iin collate "C"), 'UTF8')), 'hex')""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** The cells, in the order of the states. */
    public List<MatrixCell> cells(MatrixQuestion question, OffsetDateTime moment, Place place, boolean hashed) {
        try (var connection = database.getConnection()) {
            return cells(connection, question, moment, place, hashed);
        } catch (SQLException e) {
            throw new IllegalStateException("the movement matrix cannot be read", e);
        }
    }

    static List<MatrixCell> cells(
            Connection connection, MatrixQuestion question, OffsetDateTime moment, Place place, boolean hashed)
            throws SQLException {
        Counted counted = begin(connection, question, moment, place);
        return Sql.list(
                connection,
                row -> new MatrixCell(
                        row.getString(1),
                        row.getString(2),
                        Optional.of(row.getLong(3)),
                        Optional.ofNullable(row.getString(4))),
                counted.sql() + CELLS.formatted(hashed ? HASH : "null::text"),
                counted.and());
    }

    /** Some people of one cell, by IIN. */
    public List<Member> members(
            MatrixQuestion question, OffsetDateTime moment, Place place, Cell cell, MemberSelection selection) {
        try (var connection = database.getConnection()) {
            boolean isOfLastRun = beginSnapshot(connection, moment);
            Counted counted = MatrixSql.counted(connection, question, moment, isOfLastRun, place);
            Object[] states = Stream.of(cell.from(), cell.to())
                    .filter(state -> !state.equals(ELSEWHERE))
                    .toArray();
            return isOfLastRun && place.equals(Place.EVERYWHERE)
                    ? selection.fromMany(connection, counted, cell.group(), states)
                    : selection.from(connection, counted, cell.group(), states);
        } catch (SQLException e) {
            throw new IllegalStateException("the members of a cell cannot be read", e);
        }
    }

    /** The id of a person, whether or not the caller may open them. */
    public UUID idOf(int person) {
        try (var connection = database.getConnection()) {
            return Sql.first(connection, UUID.class, "select public_id from person where id = ?", person)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the person cannot be read", e);
        }
    }

    /** What was declared complete, as known on the moment. */
    public Coverage coverage(OffsetDateTime moment) {
        try (var connection = database.getConnection()) {
            return Coverage.asKnownOn(connection, moment);
        } catch (SQLException e) {
            throw new IllegalStateException("the coverage cannot be read", e);
        }
    }

    /** One cell of a matrix. */
    public record Cell(String from, String to) {

        /** Its people; states are compared as such, since as text they would have to be written out for everybody. */
        private String group() {
            return "from counted c where c.old_state %s and c.new_state %s".formatted(is(from), is(to));
        }

        private static String is(String state) {
            return state.equals(ELSEWHERE) ? "is null" : "= ?::person_state";
        }
    }

    private static Counted begin(Connection connection, MatrixQuestion question, OffsetDateTime moment, Place place)
            throws SQLException {
        return MatrixSql.counted(connection, question, moment, beginSnapshot(connection, moment), place);
    }

    /**
     * Begins the snapshot: the timelines of the last run go with its moment; for others the facts are read.
     *
     * @return whether the moment is that of the last run
     */
    static boolean beginSnapshot(Connection connection, OffsetDateTime moment) throws SQLException {
        Sql.beginSnapshot(connection);
        Sql.update(connection, Sql.BOTH_CORES);
        boolean isOfLastRun =
                Timelines.freshAsOf(connection).filter(moment::isEqual).isPresent();
        if (!isOfLastRun) {
            Sql.update(connection, "set local enable_nestloop = off; set local work_mem = '128MB'");
        }
        return isOfLastRun;
    }
}
