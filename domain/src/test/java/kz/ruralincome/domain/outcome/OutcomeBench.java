package kz.ruralincome.domain.outcome;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.kept.KeptTexts;
import kz.ruralincome.domain.movement.MovementRun;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.sample.BenchFacts;
import kz.ruralincome.domain.sample.BenchPopulation;
import org.junit.jupiter.api.Test;

/**
 * Measures the ledgers behind the outcomes page and the trends at 300,000 persons, in milliseconds of the database and the
 * driver and as a ratio to the limit. It asserts nothing: a shared machine would make it fail by chance.
 */
class OutcomeBench {

    private static final int PERSONS = Integer.getInteger("bench.persons", 300_000);
    private static final int REPEATS = 5;
    private static final LocalDate MONTH = LocalDate.of(2024, 1, 1);

    private Connection connection;

    @Test
    void measures() throws SQLException, IOException {
        try (Connection opened = PilotDatabase.durable().connect()) {
            connection = opened;
            BenchFacts.load(connection, BenchPopulation.of(1, PERSONS).files());
            connection.setAutoCommit(false);
            OffsetDateTime earlier = MovementRun.of(connection);
            List<Window> page = windows(MONTH, MONTH.minusYears(1));
            List<Window> year =
                    windows(Months.startingFrom(MONTH.minusMonths(11), MONTH).toArray(LocalDate[]::new));
            print("a day's two ledgers, counted", 1_500, () -> read(page, earlier));
            print("a year of months, counted in one reading", 0, () -> read(year, earlier));
            keep(page, earlier);
            print("a day's two ledgers, kept", 150, () -> kept(page, earlier));
            keep(year, earlier);
            print("a year of months, kept", 500, () -> kept(year, earlier));
            MovementRun.of(connection);
            print("a day's two ledgers, as known on an earlier moment", 4_000, () -> read(page, earlier));
        }
    }

    private static List<Window> windows(LocalDate... days) {
        return Arrays.stream(days).map(day -> Window.of(day, Optional.empty())).toList();
    }

    private List<Ledger> read(List<Window> windows, OffsetDateTime known) throws SQLException {
        List<Ledger> ledgers = LedgerReading.read(connection, windows, Population.ALL, known);
        connection.commit();
        return ledgers;
    }

    private void keep(List<Window> windows, OffsetDateTime known) throws SQLException {
        List<Ledger> ledgers = read(windows, known);
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < windows.size(); i++) {
            texts.put(windows.get(i).toString(), LedgerText.of(ledgers.get(i)));
        }
        KeptTexts.keep(connection, known, texts);
        connection.commit();
    }

    private List<Ledger> kept(List<Window> windows, OffsetDateTime known) throws SQLException {
        Function<Window, String> name = Window::toString;
        var texts = KeptTexts.find(connection, known, windows.stream().map(name).toList());
        connection.commit();
        return new ArrayList<>(texts.values().stream().map(LedgerText::ledger).toList());
    }

    private interface Work {
        List<Ledger> run() throws SQLException;
    }

    /** @param limit in milliseconds; 0: none is promised */
    private static void print(String what, int limit, Work work) throws SQLException {
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        double median = times[REPEATS / 2];
        System.out.printf(
                ROOT,
                "outcomes, %,d persons: %-52s median %,8.0f ms, worst %,8.0f ms%s%n",
                PERSONS,
                what,
                median,
                times[REPEATS - 1],
                limit == 0 ? "" : String.format(ROOT, ", %.2f of the limit of %,d ms", median / limit, limit));
    }
}
