package kz.ruralincome.domain.movement;

import static kz.ruralincome.domain.movement.MatrixProperties.DISTRICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.ChangeReason.Direction;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.shared.Sql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The parts of a change in random registers are what the definitions say, from the timelines and from the facts alike. */
class ChangeProperties {

    private static final Set<State> WORK = Set.of(State.WAGE_EMPLOYED, State.SELF_EMPLOYED, State.SELF_EMPLOYED_REGIME);

    @Property(tries = 15)
    void thePartsAreWhatTheDefinitionsSay(@ForAll long seed) throws SQLException {
        var database = PilotDatabase.fresh();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var random = new Random(seed);
            var register = new ObviousRegister(connection, random);
            List<OffsetDateTime> moments = new ArrayList<>();
            for (int step = 1; step <= 2; step++) {
                register.write(connection, 60);
                connection.commit();
                moments.add(MovementProperties.close(connection));
            }
            TimelineUpdate.apply(connection, moments.get(1), true, null);
            connection.commit();
            for (int step = 1; step <= 2; step++) {
                LocalDate from = ObviousRegister.FIRST_DAY.plusDays(random.nextInt(ObviousRegister.DAYS));
                LocalDate to = from.plusDays(1 + random.nextInt(30));
                var question = new MatrixQuestion(from, to, Optional.empty(), Population.ALL, Optional.empty());
                var obvious = new ObviousMovement(register, step);
                for (StateFigure figure : StateFigure.values()) {
                    OffsetDateTime moment = moments.get(step - 1);
                    assertParts(connection, figure, question, moment, obvious, Place.EVERYWHERE, unit -> true);
                    assertParts(
                            connection,
                            figure,
                            question,
                            moment,
                            obvious,
                            MatrixProperties.in(DISTRICT),
                            unit -> unit != null && MatrixProperties.isInDistrict(unit));
                    assertParts(connection, figure, question, moment, obvious, Place.NOWHERE, unit -> unit == null);
                }
            }
        }
    }

    private static void assertParts(
            Connection connection,
            StateFigure figure,
            MatrixQuestion question,
            OffsetDateTime moment,
            ObviousMovement obvious,
            Place place,
            Predicate<Integer> isHere)
            throws SQLException {
        var change = ChangeReading.change(connection, figure, question, moment, place);
        connection.commit();

        long before = 0;
        long after = 0;
        Map<String, Set<String>> members = new TreeMap<>();
        for (int person = 1; person <= ObviousRegister.PERSONS; person++) {
            boolean was = isCounted(figure, obvious, person, question.from(), isHere);
            boolean is = isCounted(figure, obvious, person, question.to(), isHere);
            before += was ? 1 : 0;
            after += is ? 1 : 0;
            if (was != is) {
                var whose = new Moved(figure, obvious, person, question.from(), question.to(), isHere);
                String reason = was ? "OUT " + whose.wentBecause() : "IN " + whose.cameBecause();
                members.computeIfAbsent(reason, part -> new TreeSet<>())
                        .add(Sql.first(connection, String.class, "select iin from person where id = ?", person)
                                .orElseThrow());
            }
        }
        Map<String, String> expected = new TreeMap<>();
        members.forEach((reason, iins) ->
                expected.put(reason, iins.size() + " sha256:" + MatrixProperties.sha256(String.join("\n", iins))));
        Map<String, String> said = new TreeMap<>();
        change.parts()
                .forEach(part -> said.put(
                        part.reason().direction() + " " + part.reason().code(),
                        part.persons().orElseThrow() + " " + part.members().orElseThrow()));
        assertThat(said).as(figure + " " + question).isEqualTo(expected);
        assertThat(change.before()).hasValue(before);
        assertThat(change.after()).hasValue(after);
        assertThat(before - sum(change, Direction.OUT) + sum(change, Direction.IN))
                .isEqualTo(after);
        connection.commit();
    }

    private static long sum(FigureChange change, Direction direction) {
        return change.parts().stream()
                .filter(part -> part.reason().direction() == direction)
                .mapToLong(part -> part.persons().orElseThrow())
                .sum();
    }

    private static boolean isCounted(
            StateFigure figure, ObviousMovement obvious, int person, LocalDate day, Predicate<Integer> isHere) {
        return figure.states().contains(obvious.state(person, day)) && isHere.test(obvious.unit(person, day));
    }

    /** Somebody who is counted on one of the days. */
    private record Moved(
            StateFigure figure,
            ObviousMovement obvious,
            int person,
            LocalDate from,
            LocalDate to,
            Predicate<Integer> isHere) {

        String wentBecause() {
            State now = obvious.state(person, to);
            if (now == State.DECEASED) {
                return "DIED";
            }
            if (now == State.AWAY) {
                return "LEFT";
            }
            if (!isHere.test(obvious.unit(person, to))) {
                return "MOVED_AWAY";
            }
            return switch (figure) {
                case ASP_PERSONS ->
                    now == State.ENTREPRENEUR
                            ? "REGISTERED"
                            : WORK.contains(now) ? "OTHER_WORK" : sameHome() ? "ENDED" : "LEFT_HOUSEHOLD";
                case ENTREPRENEURS -> obvious.isRegistered(person, "SUSPENDED", to) ? "SUSPENDED" : "DEREGISTERED";
                default ->
                    switch (now) {
                        case ENTREPRENEUR, ENTREPRENEUR_ON_ASP -> "REGISTERED";
                        case ASP -> "ON_ASSISTANCE";
                        case UNKNOWN -> "UNKNOWN";
                        default -> WORK.contains(now) ? "OTHER_WORK" : "NO_WORK";
                    };
            };
        }

        String cameBecause() {
            State then = obvious.state(person, from);
            if (obvious.firstDay(person).orElseThrow().isAfter(from)) {
                return "FIRST_KNOWN";
            }
            if (then == State.AWAY) {
                return "RETURNED";
            }
            if (!isHere.test(obvious.unit(person, from))) {
                return "MOVED_HERE";
            }
            return switch (figure) {
                case ASP_PERSONS ->
                    then == State.ENTREPRENEUR
                            ? "FROM_ENTREPRENEUR"
                            : WORK.contains(then) ? "FROM_WORK" : sameHome() ? "BEGUN" : "JOINED_HOUSEHOLD";
                case ENTREPRENEURS -> obvious.isRegistered(person, "SUSPENDED", from) ? "RESUMED" : "REGISTERED";
                default ->
                    switch (then) {
                        case ENTREPRENEUR, ENTREPRENEUR_ON_ASP -> "FROM_ENTREPRENEUR";
                        case ASP -> "FROM_ASSISTANCE";
                        case UNKNOWN -> "UNKNOWN";
                        default -> WORK.contains(then) ? "FROM_WORK" : "FROM_NO_WORK";
                    };
            };
        }

        private boolean sameHome() {
            return obvious.household(person, from).equals(obvious.household(person, to));
        }
    }
}
