package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.Sql;

/** A loan book of any size, written by set into the tables of facts: monthly loans of six years with ten repayments each. */
final class ManyLoans {

    private static final int PERSONS = 9_000;

    private ManyLoans() {}

    static void fill(PilotDatabase database, int loans) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Sql.update(connection, "insert into revision (account, purpose) values ('bank-a', 'LOAN_BATCH')");
            Sql.update(connection, "insert into person (iin) select unnest(?::char(12)[])", (Object)
                    iins().toArray(String[]::new));
            Sql.update(connection, """
                    insert into loan (lender_id, contract_no, changed_at, status)
                    select (select lender_id from account where name = 'bank-a'), 'M-' || n, clock_timestamp(), 'ACTIVE'
                    from generate_series(1, ?) n""", loans);
            Sql.update(connection, """
                    insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                        tranche_on, tranche_amount, plan_from, plan_no, taken_back, rev)
                    select l.id, 1,
                        jsonb_set(jsonb_set(jsonb_set(jsonb_set(?::jsonb, '{iin}', to_jsonb(p.iin)),
                            '{disbursedOn}', to_jsonb(d.day)), '{approvedOn}', to_jsonb(d.day)),
                            '{schedule}', to_jsonb(case when l.id % 3 = 0 then 'DIFFERENTIATED' else 'ANNUITY' end)),
                        p.id, 313600000, 'ACTIVE', 'LIVESTOCK', 5000000, d.day, array[d.day], array[5000000],
                        '{-infinity}', '{1}', false, (select max(id) from revision)
                    from loan l
                    join person p on p.id = (select min(id) from person) + l.id % ?
                    cross join lateral (select date '2020-01-10' + (l.id % 2300)::integer as day) d""", CreditFixture.LOAN, PERSONS);
            Sql.update(connection, """
                    insert into repayment (loan_id, payment_ref, paid_on, amount, reversed, rev)
                    select v.loan_id, k::text, v.approved_on + k * 31, 88000, false, v.rev
                    from loan_version v cross join generate_series(1, 10) k""");
            connection.commit();
        }
        database.execute("analyze");
    }

    /** One more repayment of each of so many loans. */
    static void repay(PilotDatabase database, int loans) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Sql.update(connection, "insert into revision (account, purpose) values ('bank-a', 'LOAN_BATCH')");
            Sql.update(connection, """
                    insert into repayment (loan_id, payment_ref, paid_on, amount, reversed, rev)
                    select loan_id, 'new', approved_on + 350, 88000, false, (select max(id) from revision)
                    from loan_version order by loan_id % 97, loan_id limit ?""", loans);
            connection.commit();
        }
    }

    static List<String> iins() {
        List<String> found = new ArrayList<>();
        for (long digits = 80_000_000_000L; found.size() < PERSONS; digits++) {
            try {
                found.add(IntakeFixture.iin(Long.toString(digits)));
            } catch (IllegalArgumentException e) {
                // one in eleven has no check digit
            }
        }
        return found;
    }
}
