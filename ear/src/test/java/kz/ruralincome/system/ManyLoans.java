package kz.ruralincome.system;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;

/** Loans for measurements, made of one that was sent: past the doors, in two statements. */
final class ManyLoans {

    private ManyLoans() {}

    /** So many active loans of {@code bank-b}, each of another person as long as there are people of known birth. */
    static void fill(RunningServer server, int loans) throws SQLException {
        int status = server.send(server.as("bank-a", "api/v1/loans/PATTERN")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(LoansIT.LOAN)))
                .statusCode();
        if (status / 100 != 2) {
            throw new IllegalStateException("the pattern was refused: " + status);
        }
        try (Connection connection = server.database();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path = pilot");
            statement.execute("insert into revision (account, purpose) values ('bank-b', 'LOAN_BATCH')");
            statement.execute("""
                    insert into loan (lender_id, contract_no, changed_at, status)
                    select lender_id, 'M-' || n, clock_timestamp() - interval '1 day' + n * interval '1 ms', 'ACTIVE'
                    from account, generate_series(1, %d) n where name = 'bank-b'""".formatted(loans));
            statement.execute("""
                    insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                        tranche_on, tranche_amount, plan_from, plan_no, taken_back, rev)
                    select l.id, 1, v.terms, coalesce(p.id, v.person_id), v.unit_id, v.status, v.purpose, v.principal,
                        v.approved_on, v.tranche_on, v.tranche_amount, v.plan_from, v.plan_no, false,
                        (select max(id) from revision)
                    from (select * from loan_version order by id limit 1) v
                    cross join (select id, row_number() over (order by id) as n from loan where contract_no like 'M-%') l
                    left join (select id, row_number() over (order by id) as n from person) p using (n)""");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("analyze");
        }
    }
}
