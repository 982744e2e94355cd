package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.shared.Sql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final List<Indicator> COUNTED = java.util.Arrays.stream(Indicator.values())
            .filter(indicator -> !indicator.isGivenForTerritories())
            .filter(indicator -> !indicator.code().startsWith("credit"))
            .filter(indicator -> indicator != Indicator.INCOME_PER_CAPITA)
            .toList();

    private static final List<Window> WINDOWS = List.of(
            Window.of(LocalDate.of(2023, 1, 1), Optional.empty()),
            Window.of(LocalDate.of(2022, 2, 10), Optional.empty()),
            Window.of(LocalDate.of(2022, 6, 5), Optional.of(LocalDate.of(2022, 4, 20))));

    @Property(tries = 6)
    void isWhatTheDefinitionsSayOfAnyRegister(@ForAll long seed) throws SQLException {
        ObviousRegister register = RandomRegister.of(seed);
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(register, database);

        List<Ledger> fresh = read(database, known);
        List<Ledger> computed = computed(database, known);
        for (int i = 0; i < WINDOWS.size(); i++) {
            var obvious = new ObviousIndicators(register, WINDOWS.get(i));
            compareEverywhere(fresh.get(i), obvious, WINDOWS.get(i));
            compareEverywhere(computed.get(i), obvious, WINDOWS.get(i));
        }
    }

    @Property(tries = 6)
    void isTheSameReadByItselfOrWithOthersAndKept(@ForAll long seed) throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(RandomRegister.of(seed), database);

        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (Population population : Population.values()) {
                List<Ledger> together = LedgerReading.read(connection, WINDOWS, population, known);
                connection.commit();
                for (int i = 0; i < WINDOWS.size(); i++) {
                    Ledger alone = LedgerReading.read(connection, List.of(WINDOWS.get(i)), population, known)
                            .get(0);
                    connection.commit();
                    assertThat(together.get(i))
                            .as("%s %s", population, WINDOWS.get(i))
                            .isEqualTo(alone);
                    assertThat(LedgerText.ledger(LedgerText.of(alone))).isEqualTo(alone);
                }
            }
        }
    }

    @Test
    void isTheSameCountedBySomebodyElseInTheSameSnapshot() throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = ofTheLastRun(database);

        try (Connection connection = database.connect();
                Connection second = database.connect()) {
            connection.setAutoCommit(false);
            List<Ledger> alone = LedgerReading.read(connection, WINDOWS, Population.ALL, known);
            connection.commit();
            List<Ledger> helped = helped(connection, known, (snapshot, work) -> {
                database.execute(
                        "update timeline set states = array_fill('ASP'::person_state, array[cardinality(states)])");
                second.setAutoCommit(false);
                Sql.update(second, SameSnapshot.SEES.formatted(snapshot));
                work.on(second);
                second.commit();
            });
            assertThat(helped).isEqualTo(alone);
            connection.commit();
            assertThat(LedgerReading.read(connection, WINDOWS, Population.ALL, known))
                    .isNotEqualTo(alone);
        }
    }

    @Test
    void isNotToldWhenWhoHelpedFailed() throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = ofTheLastRun(database);

        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> helped(connection, known, (snapshot, work) -> {
                        try (Connection broken = database.connect()) {
                            Sql.update(broken, "set search_path = public");
                            assertThatThrownBy(() -> work.on(broken)).isInstanceOf(SQLException.class);
                        }
                    }))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static OffsetDateTime ofTheLastRun(PilotDatabase database) throws SQLException {
        OffsetDateTime known = RegisterFixture.write(RandomRegister.of(1), database);
        database.execute("""
                insert into movement_freshness (fresh_as_of, rules) values ('%1$s', '%2$s');
                insert into loan_freshness (fresh_as_of, rules, business_date) values ('%1$s', '%2$s', '2023-01-01')""".formatted(known, Rules.VERSION));
        return known;
    }

    private interface Helping {
        void with(String snapshot, SameSnapshot.Work work) throws SQLException;
    }

    private static List<Ledger> helped(Connection connection, OffsetDateTime known, Helping helping)
            throws SQLException {
        return LedgerReading.read(connection, WINDOWS, Population.ALL, known, Optional.of((snapshot, work) -> {
            try {
                helping.with(snapshot, work);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    private static void compareEverywhere(Ledger ledger, ObviousIndicators obvious, Window window) {
        compare(ledger, obvious, window, Place.everywhere(310000000, unit -> List.of()), unit -> true);
        compare(ledger, obvious, window, Place.nowhere(), unit -> unit == ObviousIndicators.NOWHERE);
        for (int asked : RandomRegister.UNITS) {
            compare(ledger, obvious, window, Place.units(unit -> unit == asked), unit -> unit == asked);
        }
    }

    private static void compare(
            Ledger ledger, ObviousIndicators obvious, Window window, Place place, Predicate<Integer> units) {
        for (Indicator indicator : COUNTED) {
            Figure figure = ledger.figure(indicator, place);
            if (figure.value().isEmpty()) {
                assertThat(figure.reason()).hasValue(Reason.NO_DATA);
                continue;
            }
            assertThat(figure.value().orElseThrow())
                    .as("%s at %s", indicator.code(), window)
                    .isEqualByComparingTo(obvious.figure(indicator, units));
        }
        int[] numbers = new int[2];
        Optional<BigDecimal> mean = obvious.incomePerCapita(units, numbers);
        Figure income = ledger.figure(Indicator.INCOME_PER_CAPITA, place);
        if (!income.reason().equals(Optional.of(Reason.NO_DATA))) {
            assertThat(income.value()).as("income at %s", window).isEqualTo(mean);
            assertThat(income.reason())
                    .isEqualTo(
                            numbers[0] == numbers[1]
                                    ? Optional.empty()
                                    : Optional.of(Reason.householdsWithIncomes(numbers[1])));
        } else if (!ledger.missing().contains("incomes") && !ledger.missing().contains("enrolments")) {
            assertThat(mean).isEmpty();
        }
    }

    /** From timelines that are computed from the versions of the facts, as for an earlier moment. */
    private static List<Ledger> computed(PilotDatabase database, OffsetDateTime known) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return LedgerReading.read(connection, WINDOWS, Population.ALL, known);
        }
    }

    private static List<Ledger> read(PilotDatabase database, OffsetDateTime known) throws SQLException {
        try (Connection connection = database.connect()) {
            return new LedgerQueries(connection, "timeline", "household_timeline", "loan_line", known)
                    .read(WINDOWS, "true");
        }
    }
}
