package kz.ruralincome.domain.participant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
            where p.iin = ? and (?::integer[] is null or l.unit_id = any (?::integer[]))""";

    private static final String BY_ID = PERSONS + """
            where p.public_id = ? and (?::integer[] is null or l.unit_id = any (?::integer[]))""";

    /** Rows in: the cards that the index finds for every word; rows out: a page, the likest first. */
    private static final String BY_NAME = """
            with word as materialized (
                select search_name(w, null, null) as text from unnest(string_to_array(?, ' ')) w),
            found as materialized (
                select c.person_id, c.search_name,
                    (select round(avg(word_similarity(w.text, c.search_name))::numeric, 4) from word w) as likeness
                from person_card c
                where {words}),
            bound as (select likeness, search_name, person_id from found
                      where person_id = (select id from person where public_id = ?::uuid))
            """ + PERSONS + """
            join found f on f.person_id = p.id
            where (?::integer[] is null or l.unit_id = any (?::integer[]))
              and (?::uuid is null or exists (
                  select from bound b
                  where (-f.likeness, f.search_name, f.person_id) > (-b.likeness, b.search_name, b.person_id)))
            order by f.likeness desc, f.search_name, f.person_id
            limit ?""";

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
        return Sql.list(connection, Row::of, BY_IIN, today, iin.digits(), units, units).stream()
                .findFirst();
    }

    static Optional<Row> byId(Connection connection, LocalDate today, UUID id, Integer[] units) throws SQLException {
        return Sql.list(connection, Row::of, BY_ID, today, id, units, units).stream()
                .findFirst();
    }

    /**
     * Whose name has something like each of the words.
     *
     * @param after the last person of the page before; null: from the beginning
     */
    static List<Row> byName(
            Connection connection, LocalDate today, List<String> words, Integer[] units, UUID after, int limit)
            throws SQLException {
        Sql.update(connection, "set local pg_trgm.word_similarity_threshold = 0.5");
        List<Object> parameters = new ArrayList<>();
        parameters.add(String.join(" ", words));
        parameters.addAll(words);
        Collections.addAll(parameters, after, today, units, units, after, limit);
        String conditions = String.join(
                " and ", words.stream().map(PersonQueries::condition).toList());
        return Sql.list(connection, Row::of, BY_NAME.replace("{words}", conditions), parameters.toArray());
    }

    private static String condition(String word) {
        return word.length() < SHORTEST_FOR_TRIGRAMS
                ? "starts_with_word(c.search_name, search_name(?, null, null))"
                : "search_name(?, null, null) <% c.search_name";
    }
}
