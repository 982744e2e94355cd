package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.movement.MatrixSql.Counted;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.movement.MemberPage.Member;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Reads why a figure changed and who is behind each part, in one snapshot of the database. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ChangeReading {

    private static final String PARTS = """
            select s.before, s.after, p.reason, p.persons, p.members
            from (select count(*) filter (where was_in) as before, count(*) filter (where is_in) as after
                  from judged) s
            left join (select reason, count(*) as persons, %s as members from reasoned group by reason) p on true""".formatted(MatrixReading.HASH);

    private static final String OF_PART = "from reasoned c where c.reason = ?";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** The figure on both days and the parts between, with the hash of the members of each. */
    public FigureChange change(StateFigure figure, MatrixQuestion question, OffsetDateTime moment, Place place) {
        try (var connection = database.getConnection()) {
            return change(connection, figure, question, moment, place);
        } catch (SQLException e) {
            throw new IllegalStateException("the change of a figure cannot be read", e);
        }
    }

    static FigureChange change(
            Connection connection, StateFigure figure, MatrixQuestion question, OffsetDateTime moment, Place place)
            throws SQLException {
        Counted reasoned = begin(connection, figure, question, moment, place);
        List<Row> rows = Sql.list(connection, Row::of, reasoned.sql() + PARTS, reasoned.and());
        return new FigureChange(
                figure,
                Optional.of(rows.get(0).before()),
                Optional.of(rows.get(0).after()),
                rows.stream()
                        .flatMap(row -> row.part().stream())
                        .sorted(Comparator.comparing(ChangePart::reason))
                        .toList());
    }

    /** The sums, which each row repeats, and a part; empty: there is none. */
    private record Row(long before, long after, Optional<ChangePart> part) {

        static Row of(ResultSet row) throws SQLException {
            String reason = row.getString(3);
            return new Row(
                    row.getLong(1),
                    row.getLong(2),
                    reason == null
                            ? Optional.empty()
                            : Optional.of(new ChangePart(
                                    ChangeReason.valueOf(reason),
                                    Optional.of(row.getLong(4)),
                                    Optional.of(row.getString(5)))));
        }
    }

    /** Some people of one part, by IIN. */
    public List<Member> members(
            StateFigure figure,
            MatrixQuestion question,
            OffsetDateTime moment,
            Place place,
            ChangeReason reason,
            MemberSelection selection) {
        try (var connection = database.getConnection()) {
            Counted reasoned = begin(connection, figure, question, moment, place);
            return selection.from(connection, reasoned, OF_PART, reason.name());
        } catch (SQLException e) {
            throw new IllegalStateException("the members of a part cannot be read", e);
        }
    }

    private static Counted begin(
            Connection connection, StateFigure figure, MatrixQuestion question, OffsetDateTime moment, Place place)
            throws SQLException {
        boolean isOfLastRun = MatrixReading.beginSnapshot(connection, moment);
        Counted placed = MatrixSql.placed(connection, question, moment, isOfLastRun, place);
        return ChangeSql.reasoned(placed, figure, question);
    }
}
