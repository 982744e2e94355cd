package kz.ruralincome.domain.credit;

import static java.util.Locale.ROOT;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static kz.ruralincome.domain.credit.CreditFixture.TODAY;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

/**
 * Measures how quickly 300,000 loans are listed, for people and for their lender, in milliseconds of the database and the
 * driver; a page on the screen adds some milliseconds. It asserts nothing: a shared machine would make it fail by chance.
 */
class LoanListBench {

    private static final int LOANS = 300_000;
    private static final int PERSONS = 150_000;
    private static final int STEP = 5_000;
    private static final int REPEATS = 40;
    private static final Integer[] DISTRICT = {313600000, 313600007, 313600014, 313600021};
    private static final Integer[] OKRUG = {313699999};

    private static final String MAKE_PERSONS = """
            with made as (insert into person (iin) select i from unnest(?::char(12)[]) i returning id, iin)
            insert into timeline (person_id, iin, borders, states, units)
            select id, iin, '{2020-01-01}', '{INACTIVE}',
                array[case when id % 5000 = 0 then 313699999 else 313600000 + id % 40 end] from made""";

    private static final String MAKE_LOANS = """
            with made as (
                insert into loan (lender_id, contract_no, status, changed_at)
                select l.id, 'N-' || n, case n % 10 when 0 then 'APPROVED' when 1 then 'REPAID' else 'ACTIVE' end,
                    timestamptz '2023-01-01' + n * interval '1 second'
                from generate_series(?::integer, ?) n join lender l on l.code = case when n % 10 < 8 then 'bank-a' else 'bank-b' end
                returning id, status)
            insert into loan_version (loan_id, no, terms, person_id, unit_id, status, purpose, principal, approved_on,
                tranche_on, tranche_amount, plan_from, plan_no, taken_back, rev)
            select m.id, 1,
                ?::jsonb || jsonb_build_object('iin', p.iin, 'status', m.status, 'purpose', d.purpose,
                    'principal', d.principal, 'approvedOn', d.approved_on, 'disbursedOn', d.approved_on + 9,
                    'annualRate', d.rate, 'closedOn', case when m.status = 'REPAID' then d.approved_on + 300 end),
                p.id, 313600000, m.status, d.purpose, d.principal, d.approved_on,
                case when m.status = 'APPROVED' then '{}' else array[d.approved_on + 9] end,
                case when m.status = 'APPROVED' then '{}' else array[d.principal] end, '{-infinity}', '{1}', false, ?
            from made m
            join person p on p.id = 1 + m.id % ?
            cross join lateral (
                select (array['LIVESTOCK', 'CROPS', 'TRADE', 'CRAFT'])[1 + m.id % 4] as purpose,
                    (100000 + m.id * 7919 % 5000000)::numeric as principal, date '2021-07-01' + (m.id * 31 % 650)::integer
                        as approved_on,
                    case when m.id % 200 = 0 then 3 else 2.5 end as rate) d""";

    private CreditFixture credit;

    @Test
    void listsLoans() throws SQLException {
        credit = CreditFixture.on(PilotDatabase.durable());
        fill();
        long begin = System.nanoTime();
        credit.age(credit.close());
        print("ageing of %,d loans, everything".formatted(LOANS), List.of(millis(begin)));
        credit.database().execute("analyze");
        begin = System.nanoTime();
        credit.age(credit.close());
        print("  a run in which nothing changed", List.of(millis(begin)));

        for (LoanOrder order : LoanOrder.values()) {
            page("all, " + order, LoanFilter.all(), null, order);
        }
        page("a district", LoanFilter.all(), DISTRICT, LoanOrder.NEWEST);
        page("a district, longest overdue", LoanFilter.all(), DISTRICT, LoanOrder.LONGEST_OVERDUE);
        page("an okrug with few loans", LoanFilter.all(), OKRUG, LoanOrder.NEWEST);
        page("an okrug with few loans, longest overdue", LoanFilter.all(), OKRUG, LoanOrder.LONGEST_OVERDUE);
        var all = LoanFilter.all();
        page("a rare finding", all.withFindings(Set.of(LoanFinding.RATE_ABOVE_CAP)), null, LoanOrder.NEWEST);
        page(
                "a rare finding in a district",
                all.withFindings(Set.of(LoanFinding.RATE_ABOVE_CAP)),
                DISTRICT,
                LoanOrder.LARGEST);
        page("a finding of none", all.withFindings(Set.of(LoanFinding.DIFFERENT)), null, LoanOrder.NEWEST);
        page("any warning", all.withFindings(LoanFinding.WARNINGS), null, LoanOrder.NEWEST);
        page("approved, by lender", with(Optional.of("bank-b"), LoanStatus.APPROVED, null), null, LoanOrder.LARGEST);
        page("approved, largest first", with(Optional.empty(), LoanStatus.APPROVED, null), null, LoanOrder.LARGEST);
        page(
                "repaid, longest overdue first",
                with(Optional.empty(), LoanStatus.REPAID, null),
                null,
                LoanOrder.LONGEST_OVERDUE);
        page("approved, newest first", with(Optional.empty(), LoanStatus.APPROVED, null), null, LoanOrder.NEWEST);
        page("by contract", with(Optional.empty(), null, "N-2999"), null, LoanOrder.NEWEST);
        page(
                "of one person",
                LoanFilter.of((UUID) credit.database().valueOf("select public_id from person where id = 777")),
                null,
                LoanOrder.NEWEST);
        measured("counts of findings", connection -> new LoanListSql(all, Optional.empty()).findings(connection));
        measured("sums of lenders", connection -> new LoanListSql(all, Optional.empty()).sums(connection));
        int lender = (Integer) credit.database().valueOf("select id from lender where code = 'bank-a'");
        lender("GET /loans?limit=100, in the middle", lender, Optional.empty(), 100);
        lender("GET /loans?limit=500, in the middle", lender, Optional.empty(), 500);
        lender("GET /loans?limit=100&status=REPAID", lender, Optional.of(LoanStatus.REPAID), 100);
    }

    /** A page as the screen shows it, with its count; in turn the first one and one in the middle. */
    private void page(String what, LoanFilter filter, Integer[] units, LoanOrder order) throws SQLException {
        var query = new LoanListSql(filter, Optional.ofNullable(units));
        List<Optional<LoanCursor>> after = places(query, order);
        int[] turn = {0};
        measured(what, connection -> {
            query.page(connection, order, after.get(turn[0]++ % 2), TODAY, LoanRegister.PAGE + 1);
            query.count(connection, LoanListing.COUNTED + 1);
        });
    }

    private List<Optional<LoanCursor>> places(LoanListSql query, LoanOrder order) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            var rows = query.page(connection, order, Optional.empty(), TODAY, 20_000);
            return List.of(
                    Optional.empty(),
                    rows.isEmpty()
                            ? Optional.empty()
                            : Optional.of(rows.get(rows.size() - 1).place()));
        }
    }

    private void lender(String what, int lender, Optional<LoanStatus> status, int limit) throws SQLException {
        var middle = new LoanList.Place(OffsetDateTime.parse("2023-01-02T18:00:00Z"), 0);
        measured(
                what,
                connection -> LoanList.page(
                        connection, lender, OffsetDateTime.parse("2000-01-01T00:00:00Z"), status, middle, limit));
    }

    private void measured(String what, CreditFixture.Work work) throws SQLException {
        List<Double> times = new ArrayList<>();
        try (Connection connection = credit.database().connect()) {
            for (int i = 0; i < REPEATS; i++) {
                long begin = System.nanoTime();
                work.with(connection);
                times.add(millis(begin));
            }
        }
        print(what, times);
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void print(String what, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                ROOT,
                "loan list: %-48s median %,9.1f ms, p95 %,9.1f ms%n",
                what,
                sorted[sorted.length / 2],
                sorted[Math.max(0, (int) Math.ceil(sorted.length * 0.95) - 1)]);
    }

    private static LoanFilter with(Optional<String> lender, LoanStatus status, String contractNo) {
        return new LoanFilter(
                lender,
                Optional.empty(),
                Optional.ofNullable(status),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.ofNullable(contractNo),
                Optional.empty());
    }

    /** In steps, as batches come in: the guard of the facts plans for some thousand rows at a time. */
    private void fill() throws SQLException {
        credit.execute(connection -> Sql.update(connection, MAKE_PERSONS, (Object) iins()));
        String terms =
                LoanText.of(LoanJson.loan(CreditFixture.bytes(LOAN)).draft().terms());
        for (int first = 1; first <= LOANS; first += STEP) {
            int from = first;
            credit.execute(connection -> {
                long revision = Revision.open(connection, "bench", "LOAN").id();
                Sql.update(connection, MAKE_LOANS, from, from + STEP - 1, terms, revision, PERSONS);
            });
            if (first == 1) {
                credit.database().execute("analyze");
            }
        }
        credit.database().execute("analyze");
    }

    private static String[] iins() {
        String[] iins = new String[PERSONS];
        int found = 0;
        for (long digits = 80_000_000_000L; found < PERSONS; digits++) {
            try {
                iins[found] = IntakeFixture.iin(Long.toString(digits));
                found++;
            } catch (IllegalArgumentException e) {
                // one in eleven has no check digit
            }
        }
        return Arrays.copyOf(iins, found);
    }
}
