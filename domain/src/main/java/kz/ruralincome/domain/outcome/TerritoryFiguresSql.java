package kz.ruralincome.domain.outcome;

import kz.ruralincome.domain.register.Known;

/** What is given for territories and for the whole country, as SQL; parameters as in {@link LedgerSql}. */
final class TerritoryFiguresSql {

    private static final String HEAD = "with asked as (select ?::date as first_day, ?::date as as_of), " + Known.CTE;

    /** Rows out: indicator, unit, value: of the year that contains the day before, as decided last. */
    static final String PLANS = HEAD + """
            select distinct on (f.indicator, f.unit_id) f.indicator, f.unit_id, f.value
            from plan f cross join asked a
            where f.year = extract(year from a.as_of - 1) and f.decided_on <= a.as_of and {visible f}
            order by f.indicator, f.unit_id, f.decided_on desc
            """;

    /** Rows out: unit, requests registered, requests satisfied: the last row since 1 January of that year. */
    static final String REHABILITATION = HEAD + """
            select distinct on (f.unit_id) f.unit_id, f.registered, f.satisfied
            from rehabilitation f cross join asked a
            where f.as_of > make_date(extract(year from a.as_of - 1)::int, 1, 1) and f.as_of <= a.as_of and {visible f}
            order by f.unit_id, f.as_of desc
            """;

    /** Rows out: indicator, region, value. */
    static final String PEERS = HEAD + """
            select f.indicator, f.unit_id, f.value
            from peer_figure f cross join asked a
            where f.as_of = a.as_of and {visible f}
            """;

    /** One row out: of how many of the two pension ages one is in force. */
    static final String PENSION_AGES = HEAD + """
            select count(distinct f.name)::int
            from parameter f cross join asked a
            where f.name in ('PENSION_AGE_MEN', 'PENSION_AGE_WOMEN') and f.unit_id is null
              and f.valid_from <= a.as_of and {visible f}
            """;

    private TerritoryFiguresSql() {}
}
