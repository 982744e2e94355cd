package kz.ruralincome.domain.outcome;

/** The counts behind the indicators of the loan book, in the form of {@link LedgerSql}. */
final class CreditSql {

    /**
     * Rows in: what was handed over of the loans in the window. A loan counts on the day of its first tranche, each tranche
     * where the borrower lived on its day.
     */
    static final String DISBURSED = LedgerSql.HEAD + """
            select a.win, t.units[width_bucket(h.on_date, t.borders)] as unit_id,
                count(*) filter (where h.n = 1) as credit_loans,
                sum(h.amount) as credit_disbursed
            from loan_version f
            cross join asked a
            cross join lateral unnest(f.tranche_on, f.tranche_amount) with ordinality as h (on_date, amount, n)
            join person p on p.id = f.person_id
            left join {timeline} k on k.person_id = f.person_id
            -- a borrower of whom nothing else is known has no timeline, but an age by the digits of the IIN
            cross join lateral (select f.person_id, k.borders, k.units,
                {birth date} as birth_date, {sex} as sex) t
            where h.on_date >= a.first_day and h.on_date < a.as_of and {visible f} and {population}
            group by 1, 2
            """;

    /** Rows in: the ageing lines. Where the borrower lives on the as-of date. */
    static final String OUTSTANDING = LedgerSql.HEAD + """
            select a.win, t.units[width_bucket(a.as_of, t.borders)] as unit_id,
                sum(s.principal) / 100.0 as credit_outstanding,
                sum(s.principal) filter (where a.as_of - s.overdue_since > 30) / 100.0 as credit_outstanding_at_risk
            from {loan_line} l
            cross join asked a
            cross join lateral (select l.principal[n] as principal, l.overdue_since[n] as overdue_since
                from width_bucket(a.as_of, l.borders) n) s
            join person p on p.id = l.person_id
            left join {timeline} k on k.person_id = l.person_id
            cross join lateral (select l.person_id, k.borders, k.units,
                {birth date} as birth_date, {sex} as sex) t
            where s.principal > 0 and {population}
            group by 1, 2
            """;

    private CreditSql() {}
}
