package kz.ruralincome.domain.assistance;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.assistance.TestInput.Ground;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTree;

/** Reads what the test needs of some households, as the facts stand: three statements, however many they are. */
final class HouseholdReading {

    /**
     * Rows in: by index, the memberships of the households and the vital events and incomes of their people. Rows out: one a
     * member who is there on the day.
     */
    private static final String MEMBERS = """
            select m.household_id, m.relation::text, coalesce(m.birth_date, iin_birth_date(p.iin)) as born,
                coalesce(m.sex, iin_sex(p.iin)) as sex, e.incomes::text, m.person_id, p.public_id,
                concat_ws(' ', m.family_name, m.given_name, m.patronymic) as name
            from membership m
            join person p on p.id = m.person_id
            cross join (select ?::date as day, ?::date as quarter) a
            left join lateral (
                select jsonb_object_agg(i.kind, i.amount) as incomes from income i
                where i.person_id = m.person_id and i.quarter = a.quarter and i.superseded_rev is null) e on true
            where m.household_id = any (?) and m.superseded_rev is null and m.valid_from <= a.day and m.valid_to > a.day
              and not exists (
                select from vital_event v
                where v.person_id = m.person_id and v.superseded_rev is null and v.kind = 'DIED' and v.on_date <= a.day)
              and not exists (
                select from (
                    select v.kind from vital_event v
                    where v.person_id = m.person_id and v.superseded_rev is null and v.kind <> 'DIED' and v.on_date <= a.day
                    order by v.on_date desc limit 1) last
                where last.kind = 'LEFT')
            order by m.household_id, m.relation, born, m.person_id""";

    /** Rows in: the localities of the households, by index. Rows out: the one of the day of each. */
    private static final String PLACES = """
            select distinct on (household_id) household_id, unit_id from locality
            where household_id = any (?) and superseded_rev is null and valid_from <= ?
            order by household_id, valid_from desc""";

    private static final String GROUNDS = """
            select household_id, kind, on_date from refusal
            where household_id = any (?) and superseded_rev is null and on_date <= ?
            order by household_id, on_date, kind""";

    private final Connection connection;
    private final TerritoryTree tree;
    private final LocalDate day;

    /**
     * A reading of one day of application.
     *
     * @param tree of that day
     */
    HouseholdReading(Connection connection, TerritoryTree tree, LocalDate day) {
        this.connection = connection;
        this.tree = tree;
        this.day = day;
    }

    /** Someone of the household, with what people and links call them. */
    record Person(int number, UUID id, String name, Member member) {}

    /** A household as the test takes it. */
    record Household(int id, Optional<Integer> place, List<Person> people, TestInput input) {}

    /** Those households, in their order; the officer has seen nothing yet. */
    List<Household> read(Integer... ids) throws SQLException {
        Map<Integer, List<Person>> people = people(ids);
        Map<Integer, Integer> places = new HashMap<>();
        Sql.list(connection, row -> places.put(row.getInt(1), row.getInt(2)), PLACES, ids, day);
        Map<Integer, List<Ground>> grounds = new HashMap<>();
        Sql.list(
                connection,
                row -> grounds.computeIfAbsent(row.getInt(1), none -> new ArrayList<>())
                        .add(new Ground(RefusalGround.valueOf(row.getString(2)), row.getObject(3, LocalDate.class))),
                GROUNDS,
                ids,
                Quarter.of(day).last());
        List<Household> households = new ArrayList<>();
        for (int id : ids) {
            var members = people.getOrDefault(id, List.of());
            var place = Optional.ofNullable(places.get(id));
            var input = new TestInput(
                    day,
                    place.flatMap(this::region),
                    members.stream().map(Person::member).toList(),
                    Circumstances.NONE,
                    grounds.getOrDefault(id, List.of()));
            households.add(new Household(id, place, members, input));
        }
        return households;
    }

    private Map<Integer, List<Person>> people(Integer... ids) throws SQLException {
        Map<Integer, List<Person>> people = new HashMap<>();
        Sql.list(
                connection,
                row -> people.computeIfAbsent(row.getInt("household_id"), none -> new ArrayList<>())
                        .add(person(row)),
                MEMBERS,
                day,
                Quarter.of(day).before().first(),
                ids);
        return people;
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getInt("person_id"),
                row.getObject("public_id", UUID.class),
                row.getString("name"),
                new Member(
                        row.getString("relation"),
                        Optional.ofNullable(row.getObject("born", LocalDate.class)),
                        Optional.ofNullable(row.getString("sex")),
                        incomes(row.getString("incomes"))));
    }

    private static Map<String, BigDecimal> incomes(String json) {
        if (json == null) {
            return Map.of();
        }
        Map<String, BigDecimal> incomes = new TreeMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.forEach((kind, amount) -> incomes.put(kind, ((JsonNumber) amount).bigDecimalValue()));
        }
        return incomes;
    }

    /** The unit without a parent above it. */
    private Optional<Integer> region(int unit) {
        var above = tree.ancestors(unit);
        return above.isEmpty()
                ? tree.unit(unit).map(one -> one.kato())
                : Optional.of(above.get(above.size() - 1).kato());
    }
}
