package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.ruralincome.domain.shared.Sql;

/**
 * Writes the current versions of loans anew with another borrower. Number, terms and the head of the loan stay, so to its
 * lender nothing has changed.
 */
final class LoanMoves {

    /** Rows in and out: the loans of one borrower, some few. */
    private static final String LOCK = """
            select id from loan
            where id in (select loan_id from loan_version where person_id = ? and superseded_rev is null)
            order by id for no key update""";

    private static final String SUPERSEDE = """
            update loan_version set superseded_rev = ?
            where person_id = ? and superseded_rev is null and (?::text is null or terms ->> 'iin' = ?) returning id""";

    private static final String COLUMNS = """
            select string_agg(attname, ', ' order by attnum) from pg_attribute
            where attrelid = 'loan_version'::regclass and attnum > 0 and not attisdropped
              and attname not in ('id', 'person_id', 'rev', 'superseded_rev')""";

    private static final String WRITE = """
            insert into loan_version (person_id, {columns}, rev)
            select ?, {columns}, ? from loan_version where id = any (?) order by id""";

    private LoanMoves() {}

    /**
     * Keeps out whoever writes of these loans, or a new one, until the transaction ends: first those who have one of them in
     * hand, as lenders' calls lock loans first; then all that are just writing.
     */
    static void lock(Connection connection, int borrower) throws SQLException {
        Sql.list(connection, row -> row.getLong(1), LOCK, borrower);
        Sql.update(connection, "lock table loan_version in share row exclusive mode");
    }

    /** All loans of a borrower; gives how many. */
    static int move(Connection connection, long revision, Person from, Person to) throws SQLException {
        return move(connection, revision, from, to, null);
    }

    /** Those whose lender names the IIN of the one that they go to. */
    static int moveNamed(Connection connection, long revision, Person from, Person to) throws SQLException {
        return move(connection, revision, from, to, to.iin());
    }

    private static int move(Connection connection, long revision, Person from, Person to, String named)
            throws SQLException {
        List<Long> versions =
                Sql.list(connection, row -> row.getLong(1), SUPERSEDE, revision, from.number(), named, named);
        String columns = Sql.first(connection, String.class, COLUMNS).orElseThrow();
        Sql.update(
                connection, WRITE.replace("{columns}", columns), to.number(), revision, versions.toArray(Long[]::new));
        return versions.size();
    }
}
