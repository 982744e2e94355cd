package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.ruralincome.domain.shared.Sql;

/**
 * What single puts of loans {@code P-…} have left, inserted again as pgbench does it when nobody tells it otherwise: literal
 * values over a connection of the simple protocol, a transaction each, into tables with the same indexes and no rule.
 */
public final class BareLoans {

    private static final List<String> TABLES = List.of("revision", "loan", "loan_version", "audit");

    private static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum),
                string_agg(format('quote_nullable(%%s.%%I::text)', '%2$s', attname), ' || '', '' || ' order by attnum)
            from pg_attribute where attrelid = '%1$s'::regclass and attnum > 0 and not attisdropped""";

    private BareLoans() {}

    /** The tables, empty. */
    public static void create(Connection connection) throws SQLException {
        for (String table : TABLES) {
            Sql.update(connection, "drop table if exists bare_" + table);
            Sql.update(connection, "create table bare_%1$s (like %1$s including all)".formatted(table));
        }
    }

    /** The statements of each put: its revision, loan, version, and two lines of the audit trail. */
    public static List<List<String>> statements(Connection connection) throws SQLException {
        String texts = String.join(
                ", ",
                insert(connection, "revision", "r"),
                insert(connection, "loan", "l"),
                insert(connection, "loan_version", "v"),
                insert(connection, "audit", "t"),
                insert(connection, "audit", "c"));
        return Sql.list(
                connection,
                row -> List.of(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                "select " + texts + """
                 from loan l
                join loan_version v on v.loan_id = l.id
                join revision r on r.id = v.rev
                join audit t on t.action = 'loan.put' and t.details ->> 'loan' = l.id::text
                join audit c on c.action = 'call' and c.details ->> 'call' = 'PUT /api/v1/loans/' || l.contract_no
                where l.contract_no like 'P-%' order by l.id""");
    }

    private static String insert(Connection connection, String table, String alias) throws SQLException {
        return Sql.list(
                        connection,
                        row -> "'insert into pilot.bare_" + table + " (" + row.getString(1)
                                + ") overriding system value values (' || " + row.getString(2) + " || ')'",
                        COLUMNS.formatted(table, alias))
                .get(0);
    }

    /** The rows of one put, in the transaction of the connection. */
    public static void insert(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }
}
