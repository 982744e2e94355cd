package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import kz.ruralincome.domain.shared.Sql;

/** The rows that single puts of loans {@code P-…} have left, inserted again into tables without a rule: what puts are held against. */
public final class BareLoans {

    private BareLoans() {}

    public static void create(Connection connection) throws SQLException {
        Sql.update(connection, """
                create table bare_loan (like loan including all);
                create table bare_version (like loan_version including all);
                create table bare_revision (like revision including all);
                create table bare_audit (like audit including all);
                create table given as
                    select row_number() over (order by l.id) as n, l.id as loan, v.id as version
                    from loan l join loan_version v on v.loan_id = l.id where l.contract_no like 'P-%';
                create unique index on given (n)""");
    }

    /**
     * The rows of one put.
     *
     * @param number counted from 0
     * @param audited how many lines of the audit trail a put leaves
     */
    public static void insert(Connection connection, int number, int audited) throws SQLException {
        Sql.update(connection, "insert into bare_revision (account, purpose) values ('bank-a', 'LOAN')");
        Sql.update(connection, """
                insert into bare_loan overriding system value
                select l.* from loan l where l.id = (select loan from given where n = ?)""", number + 1);
        Sql.update(connection, """
                insert into bare_version overriding system value
                select v.* from loan_version v where v.id = (select version from given where n = ?)""", number + 1);
        Sql.update(
                connection,
                "insert into bare_audit (account, action) select 'bank-a', 'loan.put' from generate_series(1, ?)",
                audited);
    }
}
