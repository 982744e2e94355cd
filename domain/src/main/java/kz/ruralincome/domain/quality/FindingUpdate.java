package kz.ruralincome.domain.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.ruralincome.domain.shared.Sql;

/**
 * Makes the findings that stand those of a day, in the transaction of the connection. Everything is looked for each time,
 * since it takes seconds; what people said of findings is kept by the hash of their facts.
 */
final class FindingUpdate {

    private static final String FRESH = """
            create temporary table fresh_finding (
                kind text not null, subject bigint not null, other bigint not null, person_id integer, place integer,
                facts jsonb not null, facts_hash bytea not null) on commit drop""";

    private static final String FILL = """
            insert into fresh_finding
            select '%s', subject, other, person_id, place, facts, sha256(convert_to(facts::text || hidden, 'UTF8'))
            from (%s) found (subject, other, person_id, place, facts, hidden)""";

    private static final String SAME = "(f.kind, f.subject, f.other) = (o.kind, o.subject, o.other)";

    /** Rows in: findings that stand; rows out: those found no more. What was said of them stays with them. */
    private static final String MEND = """
            update finding o set state = 'MENDED', ended_at = clock_timestamp()
            where o.ended_at is null and not exists (select from fresh_finding f where %s)""".formatted(SAME);

    /** Rows in: explained findings that stand; rows out: those that rest on other facts now. */
    private static final String OUTDATE = """
            update finding o set ended_at = clock_timestamp()
            from fresh_finding f
            where %s and o.ended_at is null and o.state = 'EXPLAINED' and o.facts_hash <> f.facts_hash""".formatted(SAME);

    /** What was said last of the same subject and the same facts. */
    private static final String SAID = """
            left join lateral (
                select o.explained_by, o.explained_at, o.reason from finding o
                where %s and o.facts_hash = f.facts_hash and o.ended_at is not null
                order by o.id desc limit 1) e on true""".formatted(SAME);

    /**
     * Rows in: findings that stand; rows out: those that rest on other facts, or are of another place. One of other facts may
     * have been explained since the step before: what was said is not of these.
     */
    private static final String FOLLOW = """
            update finding o
            set place = f.place, person_id = f.person_id, facts = f.facts, facts_hash = f.facts_hash,
                state = case when o.facts_hash = f.facts_hash then o.state when e.reason is null then 'OPEN'
                    else 'EXPLAINED' end,
                (explained_by, explained_at, reason) = (
                    select s.explained_by, s.explained_at, s.reason
                    from (values (true, e.explained_by, e.explained_at, e.reason),
                              (false, o.explained_by, o.explained_at, o.reason)) s (changed, explained_by, explained_at, reason)
                    where s.changed = (o.facts_hash <> f.facts_hash))
            from fresh_finding f %s
            where %s and o.ended_at is null
              and (o.place, o.person_id, o.facts_hash) is distinct from (f.place, f.person_id, f.facts_hash)""".formatted(SAID, SAME);

    /** Rows in: what was found; rows out: what did not stand yet, with what was said last of the same facts. */
    private static final String OPEN = """
            insert into finding (kind, subject, other, person_id, place, facts, facts_hash, state, found_on,
                explained_by, explained_at, reason)
            select f.kind, f.subject, f.other, f.person_id, f.place, f.facts, f.facts_hash,
                case when e.reason is null then 'OPEN' else 'EXPLAINED' end, ?, e.explained_by, e.explained_at, e.reason
            from fresh_finding f %s
            where not exists (select from finding o where %s and o.ended_at is null)
            order by f.kind, f.place, f.subject, f.other""".formatted(SAID, SAME);

    /**
     * What the rules read, but for arrays, which no rule asks about. Right after large loads the planner knows nothing of
     * these tables yet, and the rules took minutes instead of seconds; otherwise this costs about a second a night.
     */
    private static final String ANALYZE = """
            analyze membership, occupation, registration, vital_event, enrolment, consent, measure, social_package, income,
                loan, loan_version, person, person_card, household, timeline (person_id), household_timeline (household_id)""";

    private static final String DONE = """
            insert into finding_freshness (business_date, places_as_of, run_id) values (?, ?, ?)
            on conflict (only_one) do update
            set business_date = excluded.business_date, places_as_of = excluded.places_as_of, run_id = excluded.run_id""";

    private FindingUpdate() {}

    /**
     * Updates all findings.
     *
     * @param run whose work it is; null in tests
     * @return how many were found, opened and mended, by name
     */
    static Map<String, Long> apply(Connection connection, LocalDate day, UUID run) throws SQLException {
        Sql.update(connection, "set local jit = off; set local work_mem = '64MB'");
        // asked first: timelines of a movement run that ends meanwhile are of the next run
        OffsetDateTime places = Sql.first(
                        connection, OffsetDateTime.class, "select fresh_as_of from movement_freshness")
                .orElse(null);
        Sql.update(connection, ANALYZE);
        Sql.update(connection, FRESH);
        long found = 0;
        for (FindingKind kind : FindingKind.values()) {
            found += Sql.update(connection, FILL.formatted(kind, RuleSql.of(kind)), day);
        }
        Sql.update(connection, "analyze fresh_finding");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("findings", found);
        counts.put("findingsMended", Sql.update(connection, MEND));
        counts.put("findingsOutdated", Sql.update(connection, OUTDATE));
        Sql.update(connection, FOLLOW);
        counts.put("findingsNew", Sql.update(connection, OPEN, day));
        Sql.update(connection, DONE, day, places, run);
        return counts;
    }
}
