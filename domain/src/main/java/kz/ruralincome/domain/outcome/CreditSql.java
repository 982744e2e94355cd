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
                cross join lateral unnest(f.tranche_on, f.tranche_amount) with ordinality as h (on_date, amount, n)
                join asked a on h.on_date >= a.first_day and h.on_date < a.as_of
                where {visible f}),
            told as (
                select a.win, t.person_id, p.iin, t.units[width_bucket(f.on_date, t.borders)] as unit_id, f.n, f.amount,
                    row_number() over (partition by a.win, t.person_id order by f.on_date, f.loan_id, f.n) as receipt,
                    row_number() over (partition by a.win, t.person_id, f.n = 1 order by f.on_date, f.loan_id) as loan
                from handed f
                join asked a on a.win = f.win
                left join person p on p.id = f.person_id
                left join {timeline} k on k.person_id = f.person_id
                -- a borrower of whom nothing else is known has no timeline, but an age by the digits of the IIN
                cross join lateral (select f.person_id, k.borders, k.units,
                    {birth date} as birth_date, {sex} as sex) t
                where {population})
            """,
            Map.of(
                    Quantity.CREDIT_LOANS, "n = 1",
                    Quantity.CREDIT_BORROWERS, "n = 1 and loan = 1",
                    Quantity.CREDIT_RECIPIENTS, "receipt = 1"),
            Map.of(Quantity.CREDIT_DISBURSED, "sum(amount)"));

    /** Rows in: the ageing lines. Where the borrower lives on the as-of date. */
    static final CountedSql OUTSTANDING = new CountedSql(
            HEAD + """
            , told as (
                select a.win, t.person_id, p.iin, t.units[width_bucket(a.as_of, t.borders)] as unit_id, s.principal,
                    a.as_of - s.overdue_since > 30 as at_risk
                from {loan_line} l
                cross join asked a
                cross join lateral (select l.principal[n] as principal, l.overdue_since[n] as overdue_since
                    from width_bucket(a.as_of, l.borders) n) s
                left join person p on p.id = l.person_id
                left join {timeline} k on k.person_id = l.person_id
                cross join lateral (select l.person_id, k.borders, k.units,
                    {birth date} as birth_date, {sex} as sex) t
                where s.principal > 0 and {population})
            """,
            Map.of(),
            Map.of(
                    Quantity.CREDIT_OUTSTANDING,
                    "sum(principal) / 100.0",
                    Quantity.CREDIT_OUTSTANDING_AT_RISK,
                    "sum(principal) filter (where at_risk) / 100.0",
                    Quantity.CREDIT_DEBTORS,
                    "count(distinct person_id)"));

    private CreditSql() {}
}
