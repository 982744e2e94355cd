package kz.ruralincome.domain.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.shared.Sql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The matrix of random registers is what the definitions say, read from the timelines and from the facts alike. */
class MatrixProperties {

    private static final Set<String> UNSEEN = Set.of("UNKNOWN", MatrixCell.ELSEWHERE);

    /** Two units in which people live, of five. */
    static final Integer[] DISTRICT = {313600000, 313630100};

    @Property(tries = 15)
    void theMatrixIsWhatTheDefinitionsSay(@ForAll long seed) throws SQLException {
        var database = PilotDatabase.fresh();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var random = new Random(seed);
            var register = new ObviousRegister(connection, random);
            List<OffsetDateTime> moments = new ArrayList<>();
            for (int step = 1; step <= 3; step++) {
                register.write(connection, 40);
                connection.commit();
                moments.add(MovementProperties.close(connection));
            }
            TimelineUpdate.apply(connection, moments.get(2), true, null);
            connection.commit();

            for (int step = 1; step <= 3; step++) {
                LocalDate from = ObviousRegister.FIRST_DAY.plusDays(random.nextInt(ObviousRegister.DAYS));
                LocalDate to = from.plusDays(1 + random.nextInt(20));
                var obvious = new ObviousMovement(register, step);
                for (Population population : List.of(Population.ALL, Population.ENROLLED, Population.BORROWERS)) {
                    var question = new MatrixQuestion(from, to, Optional.empty(), population, Optional.empty());
                    assertPlaces(connection, question, moments.get(step - 1), obvious);
                }
            }
        }
    }

    private static void assertPlaces(
            Connection connection, MatrixQuestion question, OffsetDateTime moment, ObviousMovement obvious)
            throws SQLException {
        var everyone = assertPlace(connection, question, moment, obvious, Place.EVERYWHERE, unit -> true);
        var inside = assertPlace(
                connection, question, moment, obvious, in(DISTRICT), unit -> unit != null && isInDistrict(unit));
        var outside = assertPlace(
                connection,
                question,
                moment,
                obvious,
                in(310000000, 314000000, 314030100),
                unit -> unit != null && !isInDistrict(unit));
        var nowhere = assertPlace(connection, question, moment, obvious, Place.NOWHERE, unit -> unit == null);
        assertThatTheyAddUp(everyone, List.of(inside, outside, nowhere));
    }

    static Place in(Integer... units) {
        return new Place(Optional.of(units), false);
    }

    static boolean isInDistrict(int unit) {
        return List.of(DISTRICT).contains(unit);
    }

    private static MovementMatrix assertPlace(
            Connection connection,
            MatrixQuestion question,
            OffsetDateTime moment,
            ObviousMovement obvious,
            Place place,
            Predicate<Integer> isHere)
            throws SQLException {
        var cells = MatrixReading.cells(connection, question, moment, place, true);
        connection.commit();

        assertThat(MatrixText.cells(MatrixText.of(cells))).as("kept").isEqualTo(cells);
        Map<String, String> said = new TreeMap<>();
        cells.forEach(cell -> said.put(
                cell.from() + " " + cell.to(),
                cell.persons().orElseThrow() + " " + cell.members().orElseThrow()));
        assertThat(said).isEqualTo(obviousCells(connection, question, obvious, isHere));
        connection.commit();
        return MovementMatrix.of(cells);
    }

    private static Map<String, String> obviousCells(
            Connection connection, MatrixQuestion question, ObviousMovement obvious, Predicate<Integer> isHere)
            throws SQLException {
        Map<String, Set<String>> members = new TreeMap<>();
        for (int person = 1; person <= ObviousRegister.PERSONS; person++) {
            String old = standing(obvious, person, question.from(), isHere);
            String now = standing(obvious, person, question.to(), isHere);
            boolean isGone = old.equals(now) && Set.of("DECEASED", "AWAY").contains(old);
            boolean isAsked =
                    switch (question.population()) {
                        case ALL -> true;
                        case ENROLLED -> obvious.isEnrolled(person, question.from(), question.to());
                        default -> false;
                    };
            if (isAsked && !isGone && !(UNSEEN.contains(old) && UNSEEN.contains(now))) {
                members.computeIfAbsent(old + " " + now, cell -> new TreeSet<>())
                        .add(Sql.first(connection, String.class, "select iin from person where id = ?", person)
                                .orElseThrow());
            }
        }
        Map<String, String> cells = new TreeMap<>();
        members.forEach((cell, iins) -> cells.put(cell, iins.size() + " sha256:" + sha256(String.join("\n", iins))));
        return cells;
    }

    private static String standing(ObviousMovement obvious, int person, LocalDate day, Predicate<Integer> isHere) {
        return isHere.test(obvious.unit(person, day))
                ? obvious.state(person, day).name()
                : MatrixCell.ELSEWHERE;
    }

    /** The sums of districts, the outside and "not known where" are those of the whole, for states that are counted. */
    private static void assertThatTheyAddUp(MovementMatrix everyone, List<MovementMatrix> parts) {
        for (String state : MovementMatrix.states()) {
            if (!Set.of("UNKNOWN", "DECEASED", "AWAY", MatrixCell.ELSEWHERE).contains(state)) {
                assertThat(parts.stream()
                                .mapToLong(part -> sum(part.rowSums(), state))
                                .sum())
                        .isEqualTo(sum(everyone.rowSums(), state));
                assertThat(parts.stream()
                                .mapToLong(part -> sum(part.columnSums(), state))
                                .sum())
                        .isEqualTo(sum(everyone.columnSums(), state));
            }
        }
    }

    private static long sum(Map<String, Optional<Long>> sums, String state) {
        return sums.getOrDefault(state, Optional.empty()).orElse(0L);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
