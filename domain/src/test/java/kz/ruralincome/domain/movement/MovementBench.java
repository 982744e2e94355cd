package kz.ruralincome.domain.movement;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.movement.SpellSql.Span;
import kz.ruralincome.domain.sample.BenchFacts;
import kz.ruralincome.domain.sample.BenchPopulation;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Measures movement with four years of facts, some five spells a person, and prints each number beside what was promised.
 * It asserts nothing: a shared machine would make it fail by chance.
 */
class MovementBench {

    private static final int RUNS = 5;
    private static final int FEW_RUNS = 3;

    /** Six of ten people have an occupation: so many of a thousand of these are one of a hundred people. */
    private static final int CORRECTED_PER_MILLE = 17;

    private int persons;

    static IntStream populations() {
        return Arrays.stream(
                        System.getProperty("bench.persons", "300000,1000000").split(","))
                .mapToInt(Integer::parseInt);
    }

    @ParameterizedTest
    @MethodSource("populations")
    void measures(int population) throws SQLException, IOException {
        persons = population;
        var bench = BenchPopulation.of(1, persons);
        try (Connection connection = PilotDatabase.durable().connect()) {
            BenchFacts.load(connection, bench.files());
            connection.setAutoCommit(false);
            OffsetDateTime first = MovementProperties.close(connection);
            double bare = bare(connection, first);
            double filled = update(connection, first, true);
            vacuum(connection);
            double full = update(connection, first, true);
            print("a first full run fills all tables", filled, "");
            print("bare SQL fills the table of timelines", bare, "");
            print("a full run that finds the rows as they are", full, ratio(full, bare, 2.0, "the bare SQL"));
            matrices(connection, first, "as the last run has read them", RUNS);

            BenchFacts.correct(connection, bench.corrections(CORRECTED_PER_MILLE));
            OffsetDateTime second = MovementProperties.close(connection);
            double night = update(connection, second, false);
            print("a night in which 1 % changed", night, ratio(night, full, 0.05, "the full run"));
            matrices(connection, first, "as known on an earlier moment", FEW_RUNS);
        }
    }

    private static double bare(Connection connection, OffsetDateTime moment) throws SQLException {
        Sql.update(connection, "create table bare (like timeline including all)");
        Sql.update(connection, "set local work_mem = '256MB'; set local jit = off; set local enable_nestloop = off");
        double time = time(() -> {
            Sql.update(
                    connection,
                    "insert into bare " + MovementSql.personRows(Reach.ALL, Span.ALWAYS),
                    moment,
                    LocalDate.MIN,
                    LocalDate.MAX,
                    moment);
            connection.commit();
        });
        Sql.update(connection, "drop table bare");
        connection.commit();
        return time;
    }

    private static double update(Connection connection, OffsetDateTime moment, boolean full) throws SQLException {
        return time(() -> {
            TimelineUpdate.apply(connection, moment, full, null);
            connection.commit();
        });
    }

    private static void vacuum(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        Sql.update(connection, "vacuum analyze timeline");
        Sql.update(connection, "vacuum analyze household_timeline");
        connection.setAutoCommit(false);
    }

    private void matrices(Connection connection, OffsetDateTime moment, String known, int runs) throws SQLException {
        Integer[] units = Sql.first(connection, java.sql.Array.class, """
                select array_agg(unit_id) from (
                    select distinct unit_id from locality order by unit_id
                    limit (select count(distinct unit_id) / 13 from locality)) u""")
                .map(MovementBench::numbers)
                .orElseThrow();
        connection.commit();
        var district = new Place(Optional.of(units), false);
        boolean isEarlier = known.contains("earlier");
        matrix(connection, moment, "a district with hashes, " + known, district, true, isEarlier ? 4000 : 150, runs);
        matrix(
                connection,
                moment,
                "everyone in counts, " + known,
                Place.EVERYWHERE,
                false,
                isEarlier ? 4000 : 300,
                runs);
        matrix(
                connection,
                moment,
                "everyone with hashes, " + known,
                Place.EVERYWHERE,
                true,
                isEarlier ? 4000 : 750,
                runs);
    }

    private static Integer[] numbers(java.sql.Array array) {
        try {
            return (Integer[]) array.getArray();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void matrix(
            Connection connection,
            OffsetDateTime moment,
            String what,
            Place place,
            boolean hashed,
            double promisedMillis,
            int runs)
            throws SQLException {
        var question = new MatrixQuestion(
                LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 1), Optional.empty(), Population.ALL, Optional.empty());
        double best = Double.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            best = Math.min(best, time(() -> {
                MatrixReading.cells(connection, question, moment, place, hashed);
                connection.commit();
            }));
        }
        print(
                "matrix: " + what,
                best,
                persons > 300_000 ? "" : "promised below %.3f s".formatted(promisedMillis / 1000));
    }

    private static String ratio(double time, double base, double promised, String whose) {
        return String.format(Locale.ROOT, "%.1f %% of %s, promised %.0f %%", time / base * 100, whose, promised * 100);
    }

    private void print(String what, double seconds, String beside) {
        System.out.printf(Locale.ROOT, "%,9d persons  %-70s %8.3f s  %s%n", persons, what, seconds, beside);
    }

    private static double time(Work work) throws SQLException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What is measured. */
    private interface Work {
        void run() throws SQLException;
    }
}
