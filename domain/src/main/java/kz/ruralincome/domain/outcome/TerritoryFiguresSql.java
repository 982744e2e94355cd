package kz.ruralincome.domain.outcome;

/** What is given for territories and for the whole country, as SQL; parameters as in {@link LedgerSql}. */
final class TerritoryFiguresSql {

    private static final String HEAD = LedgerSql.HEAD;

    /** Rows out: window, indicator, unit, value: of the year that contains the day before, as decided last. */
    static final String PLANS = HEAD + """
            select distinct on (a.win, f.indicator, f.unit_id) a.win, f.indicator, f.unit_id, f.value
            from plan f cross join asked a
            where f.year = extract(year from a.as_of - 1) and f.decided_on <= a.as_of and {visible f}
            order by a.win, f.indicator, f.unit_id, f.decided_on desc
            """;

    /** Rows out: window, unit, requests registered, requests satisfied: the last row since 1 January of that year. */
    static final String REHABILITATION = HEAD + """
            select distinct on (a.win, f.unit_id) a.win, f.unit_id, f.registered, f.satisfied
            from rehabilitation f cross join asked a
            where f.as_of > make_date(extract(year from a.as_of - 1)::int, 1, 1) and f.as_of <= a.as_of and {visible f}
            order by a.win, f.unit_id, f.as_of desc
            """;

    /** Rows out: window, indicator, region, value. */
    static final String PEERS = HEAD + """
            select a.win, f.indicator, f.unit_id, f.value
            from peer_figure f cross join asked a
            where f.as_of = a.as_of and {visible f}
            """;

    /** Rows out: the windows on whose as-of date both pension ages are in force. */
    static final String AGES_KNOWN = HEAD + " select win from pension group by win having count(*) = 2";

    private TerritoryFiguresSql() {}
}
