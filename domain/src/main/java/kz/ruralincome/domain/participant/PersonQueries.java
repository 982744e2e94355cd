package kz.ruralincome.domain.participant;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;

/** The SQL of the search, on the caller's connection and transaction. Units: null lets everyone in. */
final class PersonQueries {

    private static final int SHORTEST_FOR_TRIGRAMS = 3;

    static final String PERSONS = """
            select p.id, p.public_id, p.iin, concat_ws(' ', c.family_name, c.given_name, c.patronymic) as name,
                l.unit_id, coalesce(l.state, 'UNKNOWN')::text as state
            from person p
            left join person_card c on c.person_id = p.id
            left join timeline t on t.person_id = p.id
            cross join (select ?::date as today) d
            cross join lateral (
                select t.units[width_bucket(d.today, t.borders)] as unit_id,
                    t.states[width_bucket(d.today, t.borders)] as state) l
            """;

    private static final String BY_IIN = PERSONS + """
            where p.id = (select id from person_named where iin = ?) and (?::integer[] is null or l.unit_id = any (?::integer[]))""";

    private static final String BY_ID = PERSONS + """
            where p.id = (select id from person_named where public_id = ?) and (?::integer[] is null or l.unit_id = any (?::integer[]))""";

    private static final String NAMES = """
            with word as materialized (
                select text from unnest(string_to_array(?, ' ')) text),
            found as materialized ({found}),
            bound as (select * from found where person_id = (select id from person where public_id = ?::uuid)),
            page as materialized (
                select f.* from found f
                where (?::integer[] is null or exists (
                    select from timeline t
                    where t.person_id = f.person_id and t.units[width_bucket(?::date, t.borders)] = any (?::integer[])))
                  and {further}
                order by {order} limit ?)
            """ + PERSONS + "join page f on f.person_id = p.id order by {order}";

    /**
     * Rows in: the cards in which each word begins one, as the index finds them; rows out: a page, those with the words as
     * they were typed first. Nothing is weighed: many thousands may have a common name.
     */
    private static final String LITERAL = names("""
            select c.person_id, c.search_name,
                not string_to_array(c.search_name, ' ') @> (select array_agg(text) from word) as longer
            from person_card c where {literal}""", "f.longer, f.search_name, f.person_id", """
            (?::uuid is null or exists (
                select from bound b where (f.longer, f.search_name, f.person_id) > (b.longer, b.search_name, b.person_id)))""");

    /** Rows in: the other cards with something like each word; rows out: a page, the likest first. */
    private static final String SIMILAR = names("""
            select c.person_id, c.search_name,
                (select round(-avg(word_similarity(w.text, c.search_name))::numeric, 4) from word w) as unlike
            from person_card c where {similar} and not ({literal})""", "f.unlike, f.search_name, f.person_id", """
            (?::uuid is null or not exists (select from bound) or exists (
                select from bound b where (f.unlike, f.search_name, f.person_id) > (b.unlike, b.search_name, b.person_id)))""");

    private static final String LITERALLY = "(c.search_name like ? or c.search_name like ?)";

    /** The words as names are searched for: by themselves, so that no row has to spell them again. */
    private static final String SPELT = """
            select search_name(w, null, null) from unnest(?::text[]) with ordinality u (w, n)
            where search_name(w, null, null) <> '' order by n""";

    private PersonQueries() {}

    /** A row with the number under which the facts know the person. */
    record Row(int number, ParticipantSummary summary) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getInt("id"),
                    new ParticipantSummary(
                            row.getObject("public_id", UUID.class),
                            new Iin(row.getString("iin")),
                            row.getString("name"),
                            Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                            State.valueOf(row.getString("state"))));
        }
    }

    static Optional<Row> byIin(Connection connection, LocalDate today, Iin iin, Integer[] units) throws SQLException {
        return Sql.first(connection, Row::of, BY_IIN, today, iin.digits(), units, units);
    }

    static Optional<Row> byId(Connection connection, LocalDate today, UUID id, Integer[] units) throws SQLException {
        return Sql.first(connection, Row::of, BY_ID, today, id, units, units);
    }

    /**
     * Whose name has something like each of the words: first those in whose name each begins a word.
     *
     * @param after the last person of the page before; null: from the beginning
     */
    static List<Row> byName(
            Connection connection, LocalDate today, List<String> typed, Integer[] units, UUID after, int limit)
            throws SQLException {
        Sql.update(connection, "set local pg_trgm.word_similarity_threshold = 0.5");
        List<String> words =
                Sql.list(connection, row -> row.getString(1), SPELT, (Object) typed.toArray(String[]::new));
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> twice = words.stream()
                .map(word -> word.replaceAll("[%_\\\\]", "\\\\$0") + "%")
                .flatMap(beginning -> Stream.of(beginning, "% " + beginning))
                .toList();
        String literal = words.stream().map(word -> LITERALLY).collect(joining(" and "));
        List<Row> found = new ArrayList<>(
                page(connection, LITERAL.replace("{literal}", literal), today, words, twice, units, after, limit));
        if (found.size() < limit) {
            String similar = words.stream().map(PersonQueries::condition).collect(joining(" and "));
            List<String> all = Stream.concat(words.stream(), twice.stream()).toList();
            found.addAll(page(
                    connection,
                    SIMILAR.replace("{similar}", similar).replace("{literal}", literal),
                    today,
                    words,
                    all,
                    units,
                    after,
                    limit - found.size()));
        }
        return found;
    }

    private static List<Row> page(
            Connection connection,
            String sql,
            LocalDate today,
            List<String> words,
            List<String> conditions,
            Integer[] units,
            UUID after,
            int limit)
            throws SQLException {
        List<Object> parameters = new ArrayList<>();
        parameters.add(String.join(" ", words));
        parameters.addAll(conditions);
        Collections.addAll(parameters, after, units, today, units, after, limit, today);
        return Sql.list(connection, Row::of, sql, parameters.toArray());
    }

    private static String names(String found, String order, String further) {
        return NAMES.replace("{found}", found).replace("{further}", further).replace("{order}", order);
    }

    private static String condition(String word) {
        return word.length() < SHORTEST_FOR_TRIGRAMS ? "starts_with_word(c.search_name, ?)" : "? <% c.search_name";
    }
}
