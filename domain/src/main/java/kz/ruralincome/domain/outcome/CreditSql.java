package kz.ruralincome.domain.outcome;

import java.util.Map;
import kz.ruralincome.domain.register.Known;

/** The counts behind the indicators of the loan book, in the form of {@link LedgerSql}. */
final class CreditSql {

    private static final String HEAD = LedgerSql.ASKED + Known.CTE + LedgerSql.PENSION;

    /**
     * Rows in: what was handed over of the loans in the window. A loan counts on the day of its first tranche, each tranche
     * where the borrower lived on its day.
     */
    static final CountedSql DISBURSED = new CountedSql(
            HEAD + """
            , handed as materialized (
                select a.win, f.person_id, f.loan_id, h.on_date, h.n, h.amount
                from loan_version f
                join asked a on f.tranche_on[1] < a.as_of and f.tranche_on[cardinality(f.tranche_on)] >= a.first_day
                cross join lateral unnest(f.tranche_on, f.tranche_amount) with ordinality as h (on_date, amount, n)
                where h.on_date >= a.first_day and h.on_date < a.as_of and {visible f}),
            told as (
                select a.win, t.person_id, t.iin, t.units[width_bucket(f.on_date, t.borders)] as unit_id, f.n, f.amount,
                    row_number() over (partition by a.win, t.person_id order by f.on_date, f.loan_id, f.n) as receipt,
                    row_number() over (partition by a.win, t.person_id, f.n = 1 order by f.on_date, f.loan_id) as loan
                from handed f
                join asked a on a.win = f.win
                {aged f}
                where {population})
            """,
            Map.of(
                    Quantity.CREDIT_LOANS, "n = 1",
                    Quantity.CREDIT_BORROWERS, "n = 1 and loan = 1",
                    Quantity.CREDIT_RECIPIENTS, "receipt = 1"),
            Map.of(Quantity.CREDIT_DISBURSED, "sum(amount)"));

    /** The loans with debt on the as-of date, of those of the table {@code l}. */
    private static String debts(String lines) {
        return """
                select a.win, t.person_id, a.loan_id, t.iin, t.units[width_bucket(a.as_of, t.borders)] as unit_id,
                    a.principal[a.n] as principal, a.as_of - a.overdue_since[a.n] > 30 as at_risk
                from (
                    select a.win, a.as_of, l.person_id, l.loan_id, l.principal, l.overdue_since,
                        width_bucket(a.as_of, l.borders) as n
                    from %s
                    cross join asked a
                    {once}) a
                {aged a}
                where a.principal[a.n] > 0 and {population}""".formatted(lines);
    }

    private static final String OF_SEVERAL = """
            (select person_id from {loan_debt} l group by person_id having count(*) > 1 order by person_id) s
            join {loan_debt} l on l.person_id = s.person_id""";

    /**
     * Rows in: the ageing lines, and once more those of borrowers with several. Where the borrower lives on the as-of date.
     * Debtors are the loans with debt but for each further one of a borrower: to tell all borrowers apart takes thrice as long.
     */
    static final CountedSql OUTSTANDING = CountedSql.over(
            HEAD + ", told as (" + debts("{loan_debt} l") + ")",
            """
            , numbered as (
                select win, unit_id, row_number() over (partition by win, person_id order by loan_id) as nth
                from (%s) debt),
            debt as (
                select win, unit_id, principal, at_risk, 1 as debtor from told
                union all
                select win, unit_id, 0, false, -1 from numbered where nth > 1)
            """.formatted(debts(OF_SEVERAL)),
            "debt",
            Map.of(
                    Quantity.CREDIT_OUTSTANDING,
                    "sum(principal) / 100.0",
                    Quantity.CREDIT_OUTSTANDING_AT_RISK,
                    "sum(principal) filter (where at_risk) / 100.0",
                    Quantity.CREDIT_DEBTORS,
                    "sum(debtor)"));

    private CreditSql() {}
}
