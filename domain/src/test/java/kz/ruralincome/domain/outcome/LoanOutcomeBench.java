package kz.ruralincome.domain.outcome;

import static java.util.Locale.ROOT;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Wanted;
import org.junit.jupiter.api.Test;

/**
 * Measures how quickly it is told what 300,000 loans led to, in milliseconds of the database and the driver. It asserts
 * nothing: a shared machine would make it fail by chance.
 */
class LoanOutcomeBench {

    private static final int REPEATS = 9;

    private static final String FILL = """
            insert into person (iin) select lpad(n::text, 12, '0') from generate_series(1, 200000) n;
            insert into timeline (person_id, iin, birth_date, sex, borders, states, units)
            select id, iin, '1985-01-01', 'M', array[date '2020-01-01', date '2021-03-01' + id % 700,
                    date '2023-03-01' + id % 300],
                array['ASP', 'ENTREPRENEUR', (array['ENTREPRENEUR', 'ASP', 'UNEMPLOYED'])[1 + id % 3]]::person_state[],
                array_fill(310000000 + id % 400, array[3]) from person;
            insert into registration (person_id, registration_no, valid_from, valid_to, status, rev)
            select id, 'R', date '2021-03-01' + id % 700, date '2023-03-01' + id % 300, 'ACTIVE', 1 from person;
            insert into enrolment (person_id, valid_from, valid_to, unit_id, rev)
            select id, date '2021-01-01' + id % 700, 'infinity', 310000000, 1 from person where id % 2 = 0;
            insert into loan (lender_id, contract_no)
            select 1 + n % 2, 'N-' || n from generate_series(1, 300000) n;
            insert into loan_version (loan_id, no, terms, person_id, status, purpose, principal, approved_on, tranche_on,
                tranche_amount, plan_from, plan_no, taken_back, rev)
            select id, 1, '{}', 1 + id % 200000, 'ACTIVE', (array['LIVESTOCK', 'CROPS', 'TRADE'])[1 + id % 3], 1000000,
                date '2021-06-01' + (id % 700)::integer, array[date '2021-06-11' + (id % 700)::integer],
                array[1000000], '{-infinity}', '{1}', false, 1 from loan;
            insert into loan_line (loan_id, person_id, borders, principal, interest, penalty, overdue_principal,
                overdue_interest, overdue_penalty, overdue_since, due, paid, written_off, warnings, not_checked)
            select loan_id, person_id,
                (select array_agg(tranche_on[1] + n * 30 order by n) from generate_series(0, 24) n),
                (select array_agg(100000000 - n * 4000000 order by n) from generate_series(0, 24) n), '{}', '{}', '{}',
                '{}', '{}',
                (select array_agg(case when loan_id % 10 = 0 then tranche_on[1] + 60 end order by n)
                 from generate_series(0, 24) n),
                (select array_agg(n * 4000000 order by n) from generate_series(0, 24) n),
                (select array_agg(n * 3000000 order by n) from generate_series(0, 24) n), '{}', '{}', '{}'
            from loan_version;
            analyze""";

    @Test
    void tellsWhatLoansLedTo() throws SQLException {
        var register = new LoanOutcomeFixture();
        register.execute(FILL);
        OffsetDateTime known = register.credit.close();
        for (String table : new String[] {"movement_freshness", "loan_freshness"}) {
            register.execute("insert into %s (fresh_as_of, rules%s) values ('%s', '%s'%s)"
                    .formatted(
                            table,
                            table.startsWith("loan") ? ", business_date" : "",
                            known,
                            kz.ruralincome.domain.shared.Rules.VERSION,
                            table.startsWith("loan") ? ", '2024-06-01'" : ""));
        }
        measured("all 300,000 loans", register, wanted("2021-01-01", known));
        measured("the loans of a year", register, wanted("2023-01-01", known));
    }

    private static Wanted wanted(String from, OffsetDateTime known) {
        LocalDate day = LocalDate.of(2024, 6, 1);
        return new Wanted(
                new Window(LocalDate.parse(from), day),
                Population.ALL,
                Optional.empty(),
                Optional.empty(),
                false,
                known,
                coverage -> day);
    }

    private static void measured(String what, LoanOutcomeFixture register, Wanted wanted) throws SQLException {
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            var found = register.found(wanted);
            times[i] = (System.nanoTime() - begin) / 1e6;
            if (i == 0) {
                System.out.printf(
                        ROOT,
                        "loan outcomes: %s are %s%n",
                        what,
                        new LoanGrouping(LoanOutcomeFixture.PLACES, Optional.empty())
                                .rows(found)
                                .get(0)
                                .figures()
                                .count(LoanMeasure.LOANS));
            }
        }
        Arrays.sort(times);
        System.out.printf(
                ROOT,
                "loan outcomes: %-24s median %,8.0f ms, worst %,8.0f ms%n",
                what,
                times[REPEATS / 2],
                times[REPEATS - 1]);
    }
}
