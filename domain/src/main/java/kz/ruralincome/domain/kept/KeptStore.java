package kz.ruralincome.domain.kept;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;

/** The table of kept answers; each call is a short transaction of its own. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class KeptStore {

    /** So many answers to questions that somebody asked are kept, and so many characters of them. */
    static final int ANSWERS = 1_000;

    static final long CHARACTERS = 60_000_000;

    private static final String FIND = """
            select question, content from kept_answer where known_on = ? and rules = ? and question = any (?)""";

    private static final String PRESENT =
            "select question from kept_answer where known_on = ? and rules = ? and question = any (?)";

    private static final String KEEP = """
            insert into kept_answer (known_on, rules, question, content, ahead)
            select ?, ?, question, content, ? from unnest(?::text[], ?::text[]) as answer (question, content)
            order by question
            on conflict do nothing""";

    /** Rows in: what somebody asked for, newest first. Rows out: the newest within both bounds. */
    private static final String FORGET_OLD = """
            delete from kept_answer where seq in (
                select seq from kept_answer
                where not ahead and seq in (
                    select seq from (
                        select seq, row_number() over newest as place, sum(size) over newest as characters
                        from kept_answer where not ahead window newest as (order by seq desc)) answer
                    where place > ? or characters > ?)
                order by seq for update skip locked)""";

    private static final String FORGET_AHEAD = """
            delete from kept_answer where seq in (
                select seq from kept_answer where ahead and (known_on <> ? or rules <> ?)
                order by seq for update skip locked)""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** The texts of those answers that are kept, by the name of their question. */
    public Map<String, String> find(OffsetDateTime knownOn, Collection<String> names) {
        try (var connection = database.getConnection()) {
            return find(connection, knownOn, names);
        } catch (SQLException e) {
            throw new IllegalStateException("kept answers cannot be read", e);
        }
    }

    /** Which of these questions have a kept answer, by name. */
    public Set<String> present(OffsetDateTime knownOn, Collection<String> names) {
        try (var connection = database.getConnection()) {
            return Set.copyOf(Sql.list(
                    connection,
                    row -> row.getString(1),
                    PRESENT,
                    knownOn,
                    Rules.VERSION,
                    names.toArray(String[]::new)));
        } catch (SQLException e) {
            throw new IllegalStateException("kept answers cannot be read", e);
        }
    }

    /**
     * Keeps answers; one that is there stays.
     *
     * @param ahead whether nobody has asked yet
     */
    public void keep(OffsetDateTime knownOn, Map<String, String> answers, boolean ahead) {
        try (var connection = database.getConnection()) {
            keep(connection, knownOn, answers, ahead);
        } catch (SQLException e) {
            throw new IllegalStateException("answers cannot be kept", e);
        }
    }

    /** What was made ahead for other moments than that of the last run goes. */
    public void forgetAheadBut(OffsetDateTime fresh) {
        try (var connection = database.getConnection()) {
            forgetAheadBut(connection, fresh);
        } catch (SQLException e) {
            throw new IllegalStateException("kept answers cannot be removed", e);
        }
    }

    static Map<String, String> find(Connection connection, OffsetDateTime knownOn, Collection<String> names)
            throws SQLException {
        Map<String, String> found = new HashMap<>();
        Sql.list(
                connection,
                row -> found.put(row.getString(1), row.getString(2)),
                FIND,
                knownOn,
                Rules.VERSION,
                names.toArray(String[]::new));
        return found;
    }

    static void keep(Connection connection, OffsetDateTime knownOn, Map<String, String> answers, boolean ahead)
            throws SQLException {
        Sql.update(
                connection,
                KEEP,
                knownOn,
                Rules.VERSION,
                ahead,
                answers.keySet().toArray(String[]::new),
                answers.values().toArray(String[]::new));
        Sql.update(connection, FORGET_OLD, ANSWERS, CHARACTERS);
    }

    static void forgetAheadBut(Connection connection, OffsetDateTime fresh) throws SQLException {
        Sql.update(connection, FORGET_AHEAD, fresh, Rules.VERSION);
    }
}
