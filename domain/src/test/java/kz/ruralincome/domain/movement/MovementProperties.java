package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.ObviousMovement.Period;
import kz.ruralincome.domain.shared.Sql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the computed tables say of random registers is what the definitions say. */
class MovementProperties {

    private static final int STEPS = 5;

    @Property(tries = 25)
    void everyRunLeavesWhatTheDefinitionsSayAndAFullOneChangesNothing(@ForAll long seed) throws SQLException {
        var database = PilotDatabase.fresh();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var random = new Random(seed);
            var register = new ObviousRegister(connection, random);
            List<OffsetDateTime> moments = new ArrayList<>();
            for (int step = 1; step <= STEPS; step++) {
                register.write(connection, step == 1 ? 60 : 1 + random.nextInt(8));
                connection.commit();
                moments.add(close(connection));

                TimelineUpdate.apply(connection, moments.get(step - 1), false, null);
                connection.commit();

                var obvious = new ObviousMovement(register, step);
                assertTimelines(connection, obvious);
                assertHouseholds(connection, "household_timeline", obvious, day(-5), day(ObviousRegister.DAYS + 30));
                assertThat(differences(TimelineUpdate.apply(connection, moments.get(step - 1), true, null)))
                        .isEmpty();
                connection.commit();
            }
            for (int step = 1; step < STEPS; step++) {
                assertAsKnownOn(connection, moments.get(step - 1), new ObviousMovement(register, step), random);
            }
        }
    }

    static OffsetDateTime close(Connection connection) throws SQLException {
        var closed = Sql.first(connection, OffsetDateTime.class, "select close_watermark()")
                .orElseThrow();
        connection.commit();
        return closed;
    }

    private static Map<String, Long> differences(Map<String, Long> counts) {
        counts.remove("persons");
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static LocalDate day(int number) {
        return ObviousRegister.FIRST_DAY.plusDays(number);
    }

    private static void assertTimelines(Connection connection, ObviousMovement obvious) throws SQLException {
        for (int person = 1; person <= ObviousRegister.PERSONS; person++) {
            List<Period> periods = Sql.list(
                    connection,
                    row -> new Period(
                            row.getObject(1, LocalDate.class),
                            State.valueOf(row.getString(2)),
                            row.getObject(3, Integer.class)),
                    "select b, s, u from timeline, unnest(borders, states, units) with ordinality n (b, s, u, nth)"
                            + " where person_id = ? order by nth",
                    person);
            assertThat(periods).as("person %d", person).isEqualTo(obvious.timeline(person));
        }
    }

    private static void assertHouseholds(
            Connection connection, String table, ObviousMovement obvious, LocalDate first, LocalDate last)
            throws SQLException {
        for (int household = 1; household <= ObviousRegister.HOUSEHOLDS; household++) {
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                String said = Sql.first(connection, String.class, """
                        select (coalesce(assisted[n], false), coalesce(inhabited[n], false), units[n])::text
                        from %s, width_bucket(?, borders) n where household_id = ?""".formatted(table), day, household)
                        .orElse("(f,f,)");
                assertThat(said)
                        .as("household %d on %s", household, day)
                        .isEqualTo("(%s,%s,%s)"
                                .formatted(
                                        obvious.isAssisted(household, day) ? "t" : "f",
                                        obvious.isInhabited(household, day) ? "t" : "f",
                                        obvious.unitOf(household, day)
                                                .map(Object::toString)
                                                .orElse("")));
            }
        }
    }

    private static void assertAsKnownOn(
            Connection connection, OffsetDateTime moment, ObviousMovement obvious, Random random) throws SQLException {
        LocalDate first = day(random.nextInt(ObviousRegister.DAYS));
        LocalDate last = first.plusDays(random.nextInt(30));
        var timelines = Timelines.asKnownOn(connection, moment, first, last);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            assertDay(connection, timelines.persons(), obvious, day);
        }
        assertHouseholds(connection, timelines.households(), obvious, first, last);
        connection.commit();
    }

    private static void assertDay(Connection connection, String table, ObviousMovement obvious, LocalDate day)
            throws SQLException {
        for (int person = 1; person <= ObviousRegister.PERSONS; person++) {
            String said = Sql.first(connection, String.class, """
                    select (coalesce(states[n], 'UNKNOWN'), units[n])::text
                    from %s, width_bucket(?, borders) n where person_id = ?""".formatted(table), day, person)
                    .orElse("(UNKNOWN,)");
            assertThat(said)
                    .as("person %d on %s", person, day)
                    .isEqualTo("(%s,%s)"
                            .formatted(
                                    obvious.state(person, day),
                                    obvious.unit(person, day) == null
                                            ? ""
                                            : obvious.unit(person, day).toString()));
        }
    }
}
