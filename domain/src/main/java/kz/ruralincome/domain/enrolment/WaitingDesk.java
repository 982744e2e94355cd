package kz.ruralincome.domain.enrolment;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.shared.Sql;

/** Tells what of the part that people take waits for somebody; where they live as of the last movement run. */
@Stateless
@TransactionAttribute(REQUIRED)
public class WaitingDesk {

    private static final int PAGE = 50;

    /** Those of the caller's units; null lets everyone in, also those of whom it is not known where they live. */
    private static final String REACHED = """
            with day as (select ?::date as today), waiting as ({waiting}),
            reached as (
                select w.person_id, w.since, w.direction, t.units[width_bucket(d.today, t.borders)] as unit_id
                from waiting w cross join day d left join timeline t on t.person_id = w.person_id
                where ?::integer[] is null or t.units[width_bucket(d.today, t.borders)] = any (?::integer[]))
            """;

    private static final String COUNT = REACHED + "select count(*) from reached";

    private static final String ROWS = REACHED + """
            select r.person_id, p.public_id, p.iin, concat_ws(' ', c.family_name, c.given_name, c.patronymic),
                r.unit_id, r.since, r.direction
            from reached r
            join person p on p.id = r.person_id
            left join person_card c on c.person_id = r.person_id
            where ?::date is null
               or (r.since, r.person_id) > (?::date, (select id from person where public_id = ?::uuid))
            order by r.since, r.person_id
            limit ?""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    /** Somebody for whom something waits. */
    public record Person(
            UUID id, Iin iin, String name, Optional<Integer> territory, LocalDate since, Optional<Integer> direction) {

        /** Without the IIN and the name, for logs. */
        @Override
        public String toString() {
            return "Person[" + id + "]";
        }
    }

    /**
     * Some of them, those who wait longest first.
     *
     * @param next where the next page begins; empty on the last one
     */
    public record People(List<Person> items, Optional<Last> next) {}

    /** The last person of a page, and since when they waited: they may wait no longer when the next page is asked for. */
    public record Last(LocalDate since, UUID person) {

        /** @throws IllegalArgumentException if the text is not one that {@link #toString} gives */
        public static Last of(String text) {
            try {
                String[] parts = text.split("_", 2);
                return new Last(LocalDate.parse(parts[0]), UUID.fromString(parts.length < 2 ? "" : parts[1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no day", e);
            }
        }

        @Override
        public String toString() {
            return since + "_" + person;
        }
    }

    private record Row(int number, Person person) {

        Last last() {
            return new Last(person.since(), person.id());
        }
    }

    /** How many people each kind has, within the caller's reach. */
    public Map<Waiting, Long> counts(Access access) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            return counts(connection, reach.today(), reach.units(access).orElse(null));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static Map<Waiting, Long> counts(Connection connection, LocalDate today, Integer[] units) throws SQLException {
        Map<Waiting, Long> counts = new EnumMap<>(Waiting.class);
        for (Waiting kind : Waiting.values()) {
            counts.put(kind, count(connection, kind, today, units));
        }
        return counts;
    }

    private static long count(Connection connection, Waiting kind, LocalDate today, Integer[] units)
            throws SQLException {
        return Sql.first(connection, Long.class, COUNT.replace("{waiting}", kind.sql()), today, units, units)
                .orElseThrow();
    }

    /**
     * The people of one kind; each look is noted.
     *
     * @param after the last person of the page before
     */
    public People list(Waiting kind, Optional<Last> after, Access access) {
        Access.demand(access.writesOfPersons());
        try (var connection = database.getConnection()) {
            return list(
                    connection,
                    kind,
                    after,
                    access.account(),
                    reach.today(),
                    reach.units(access).orElse(null),
                    PAGE);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    static People list(
            Connection connection,
            Waiting kind,
            Optional<Last> after,
            String account,
            LocalDate today,
            Integer[] units,
            int size)
            throws SQLException {
        LocalDate since = after.map(Last::since).orElse(null);
        List<Row> found = Sql.list(
                connection,
                WaitingDesk::row,
                ROWS.replace("{waiting}", kind.sql()),
                today,
                units,
                units,
                since,
                since,
                after.map(Last::person).orElse(null),
                size + 1);
        Slice<Row> page = Slice.of(found, size);
        AuditTrail.saw(
                connection,
                account,
                "enrolment.listed",
                page.items().stream().map(Row::number).toList(),
                "{\"list\": \"" + kind + "\"}");
        return new People(
                page.items().stream().map(Row::person).toList(),
                page.goesOnAfter().map(Row::last));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt(1),
                new Person(
                        row.getObject(2, UUID.class),
                        new Iin(row.getString(3)),
                        row.getString(4),
                        Optional.ofNullable(row.getObject(5, Integer.class)),
                        row.getObject(6, LocalDate.class),
                        Optional.ofNullable(row.getObject(7, Integer.class))));
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("what waits cannot be read", e);
    }
}
