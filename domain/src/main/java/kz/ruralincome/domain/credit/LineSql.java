package kz.ruralincome.domain.credit;

import kz.ruralincome.domain.register.Known;

/** What the ageing of loans reads and writes, as SQL. */
final class LineSql {

    /** Loans as they were known on a moment; parameters: the moment, the loans. */
    static final String VERSIONS =
            "with " + Known.CTE + """
            select v.loan_id, v.id, v.no, v.terms::text, v.person_id, v.plan_from::text[], v.plan_no, v.taken_back,
                v.written_off_on, v.unit_id, l.lender_id, exists (%s)
            from loan_version v join loan l on l.id = v.loan_id
            where v.loan_id = any (?::bigint[]) and %s
            order by v.loan_id""".formatted(Known.rows("consent", "1", """
                    f.person_id = v.person_id and f.scope = 'LENDER_EXCHANGE' and f.valid_from <= v.approved_on
                    and f.valid_to > v.approved_on"""), Known.visible("v"));

    /** Their repayments; parameters: the moment, and the loans twice. */
    static final String REPAYMENTS = "with " + Known.CTE
            + """
            select * from (%s) r order by loan_id, paid_on, id""".formatted(Known.rows(
                    "repayment",
                    "f.loan_id, f.id, f.payment_ref, f.paid_on, f.amount, f.principal, f.interest, f.penalty, f.reversed",
                    "f.loan_id = any (?::bigint[])"));

    /** The lenders' own orders of allotment; parameter: the moment. */
    static final String ORDERS =
            "with " + Known.CTE + " select f.lender_id, f.steps from lender_allotment f where " + Known.visible("f");

    /** The versions whose terms earlier schedules are made by; parameter: the loans that have such. */
    static final String EARLIER = "select loan_id, no, terms::text from loan_version where loan_id = any (?::bigint[])";

    /**
     * Revisions recorded after the first and up to the second moment: as many as there were single calls. Rows are first
     * sought between the ends, by an index, then held against all of them by their hash.
     */
    private static final String CHANGED = """
            with changed as materialized (select id from revision where recorded_at > ? and recorded_at <= ?),
            ends as materialized (select min(id) as first, max(id) as last from changed)
            """;

    private static String changed(String column) {
        return "%1$s between (select first from ends) and (select last from ends) and %1$s in (select id from changed)"
                .formatted(column);
    }

    /** The loans that changed, or whose borrower's consents or lender's order of allotment did. */
    static final String SCOPE = "create temporary table %1$s on commit drop as " + CHANGED
            + """
            select f.loan_id from loan_version f where {began}
            union
            select f.loan_id from loan_version f where {ended}
            union
            select f.loan_id from repayment f where {began}
            union
            select f.loan_id from repayment f where {ended}
            union
            select v.loan_id from loan_version v
            where v.person_id in (
                select f.person_id from consent f where {began}
                union
                select f.person_id from consent f where {ended})
            union
            select l.id from loan l
            where l.lender_id in (select f.lender_id from lender_allotment f where {began})""".replace("{began}", changed("f.rev")).replace("{ended}", changed("f.superseded_rev"));

    /** Whether calendar or parameters changed between the moments. */
    static final String REFERENCE_CHANGED =
            CHANGED + """
            select exists (
                select from calendar_day f where {began} or {ended}
                union all
                select from parameter f where {began} or {ended})""".replace("{began}", changed("f.rev")).replace("{ended}", changed("f.superseded_rev"));

    static final String FRESH = """
            insert into loan_freshness (fresh_as_of, business_date, places_as_of, run_id, rules) values (?, ?, ?, ?, ?)
            on conflict (only_one) do update
            set fresh_as_of = excluded.fresh_as_of, business_date = excluded.business_date,
                places_as_of = excluded.places_as_of, run_id = excluded.run_id, rules = excluded.rules""";

    /** Loans that a complete batch did not name: until the lender's next one does, or the loan is closed. */
    private static final String MISSING = """
            complete as (
                select distinct on (lender_id) id from loan_batch
                where complete_on is not null and state = 'DONE' and not dry_run
                order by lender_id, seq desc),
            missing as (
                select o.id as loan_id
                from complete c
                join loan_batch b on b.id = c.id
                join loan_batch_finding f on f.batch_id = b.id
                join loan o on o.lender_id = b.lender_id and o.contract_no = f.contract_no
                where o.status in ('APPROVED', 'ACTIVE'))
            """;

    /**
     * The loans whose standing may differ from that of the last run, when only the given loans changed since; parameters:
     * whether the day is another, the day of the last run and the day, whether borrowers may have moved, the day. Rows in: of
     * another day, one a loan for its borders; after a movement run one for its place; else only the loans with a finding.
     */
    static final String STANDING_SCOPE =
            "create temporary table standing_scope on commit drop as with " + MISSING + """
            select loan_id from loan_scope
            union
            select l.loan_id
            from loan_line l join loan_standing s on s.loan_id = l.loan_id, (select ?::boolean, ?::date, ?::date) a (other, last, day)
            where a.other and (width_bucket(a.last, l.borders) <> width_bucket(a.day, l.borders) or s.overdue_since is not null)
            union
            select s.loan_id
            from loan_standing s
            join loan_version v on v.loan_id = s.loan_id and v.superseded_rev is null
            left join timeline t on t.person_id = s.person_id, (select ?::boolean, ?::date) a (moved, day)
            where a.moved and s.place is distinct from coalesce(t.units[width_bucket(a.day, t.borders)], v.unit_id)
            union
            select coalesce(m.loan_id, s.loan_id)
            from missing m
            full join (select loan_id from loan_standing where findings @> '{batch.not-listed}') s on s.loan_id = m.loan_id
            where m.loan_id is null or s.loan_id is null""";

    /** How loans stand on a day, and what a list of loans is filtered by; parameter: the day. Rows in and out: one a loan. */
    private static final String STANDINGS =
            "create temporary table fresh_loan_standing on commit drop as with " + MISSING + """
            select l.loan_id, coalesce(l.principal[n], 0) / 100.0 as principal,
                coalesce(l.interest[n], 0) / 100.0 as interest, coalesce(l.penalty[n], 0) / 100.0 as penalty,
                coalesce(l.overdue_principal[n], 0) / 100.0 as overdue_principal,
                coalesce(l.overdue_interest[n], 0) / 100.0 as overdue_interest,
                coalesce(l.overdue_penalty[n], 0) / 100.0 as overdue_penalty, l.overdue_since[n] as overdue_since,
                (case when l.overdue_since[n] is null or a.day <= l.overdue_since[n] then 0
                      when a.day - l.overdue_since[n] <= 30 then 1
                      when a.day - l.overdue_since[n] <= 60 then 2
                      when a.day - l.overdue_since[n] <= 90 then 3 else 4 end)::smallint as bucket,
                o.lender_id, o.contract_no, l.person_id,
                coalesce(t.units[width_bucket(a.day, t.borders)], l.unit_id) as place,
                v.status, v.purpose, v.approved_on, v.principal as lent,
                l.warnings
                    || case when m.loan_id is null then '{}' else '{batch.not-listed}' end::text[]
                    || case when l.differences = '{}' then '{}' else '{loan.different}' end::text[] as findings
            from loan_line l
            join loan o on o.id = l.loan_id
            join loan_version v on v.loan_id = l.loan_id and v.superseded_rev is null
            left join timeline t on t.person_id = l.person_id
            left join missing m on m.loan_id = l.loan_id
            cross join (select ?::date) a (day)
            cross join lateral (select width_bucket(a.day, l.borders) as n) at
            where %s""";

    static final String NO_TALLY = "delete from loan_tally";

    /** Rows in: one a loan; rows out: one a lender, place and set of findings. */
    static final String TALLY = """
            insert into loan_tally (lender_id, place, findings, loans, principal, overdue)
            select lender_id, place, findings, count(*), sum(principal),
                sum(overdue_principal + overdue_interest + overdue_penalty)
            from loan_standing group by lender_id, place, findings""";

    /** What of each line figures of one day ask for. Rows in and out: one a loan. */
    static final String ALL_DEBTS = """
            insert into loan_debt (loan_id, person_id, borders, principal, overdue_since)
            select loan_id, person_id, borders, principal, overdue_since from loan_line""";

    private LineSql() {}

    /** The standings of the loans under a condition on {@code l.loan_id}. */
    static String standings(String scope) {
        return STANDINGS.formatted(scope);
    }

    /** Rows of the table that are in the fresh one no more. */
    static String delete(String table, String fresh, String scope) {
        return "delete from %1$s o where %3$s and not exists (select from %2$s f where f.loan_id = o.loan_id)"
                .formatted(table, fresh, scope);
    }

    /** Rows that differ. */
    static String update(String table, String fresh, String columns) {
        return "update %1$s o set (%3$s) = row (%4$s) from %2$s f where f.loan_id = o.loan_id and (%5$s) is distinct from (%4$s)"
                .formatted(
                        table,
                        fresh,
                        columns,
                        "f." + columns.replace(", ", ", f."),
                        "o." + columns.replace(", ", ", o."));
    }

    /** Rows that are new; to look for them first could mean to look through what this very statement has written. */
    static String insert(String table, String fresh, String columns) {
        return "insert into %1$s (%3$s) select %4$s from %2$s f on conflict (loan_id) do nothing"
                .formatted(table, fresh, columns, "f." + columns.replace(", ", ", f."));
    }

    static final String COLUMNS = """
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped""";
}
