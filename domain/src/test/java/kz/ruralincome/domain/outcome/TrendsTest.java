package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.InvalidRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrendsTest {

    private static final LocalDate END = LocalDate.of(2023, 2, 15);

    @Test
    void goesFromMonthStartToMonthStart() {
        assertThat(Months.startingFrom(LocalDate.of(2022, 11, 2), END))
                .containsExactly(LocalDate.of(2022, 12, 1), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 1));
        assertThat(Months.startingFrom(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 2, 1)))
                .containsExactly(LocalDate.of(2023, 2, 1));
        assertThat(Months.startingFrom(LocalDate.of(2023, 2, 2), END)).isEmpty();
    }

    @Test
    void isAskedOfAPeriodThatCanBeAnswered() {
        Executable backwards = () -> question(Optional.of(END.plusDays(1)));
        Executable endless = () -> question(Optional.of(END.minusYears(51)));
        for (Executable wrong : new Executable[] {backwards, endless}) {
            org.junit.jupiter.api.Assertions.assertThrows(InvalidRequest.class, wrong);
        }
        assertThat(question(Optional.empty()).months(LocalDate.of(1900, 1, 1)))
                .as("since the first fact, but no more than fifty years")
                .hasSize(600);
    }

    private static TrendQuestion question(Optional<LocalDate> from) {
        return new TrendQuestion(
                TrendFigure.of(State.ASP), Optional.empty(), Population.ALL, from, END, Optional.empty());
    }

    /** In any register, in each unit, the number of people in a state is what the definition says of the day. */
    @Property(tries = 4)
    void countsThePeopleInEachState(@ForAll long seed) throws SQLException {
        ObviousRegister register = RandomRegister.of(seed);
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(register, database);
        var months = Months.startingFrom(LocalDate.of(2021, 3, 1), END)
                .map(month -> Window.of(month, Optional.empty()))
                .toList();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var ledgers = LedgerReading.read(connection, months, Population.ALL, known);
            var coverage = Coverage.asKnownOn(connection, known);
            for (int i = 0; i < months.size(); i++) {
                LocalDate day = months.get(i).asOf();
                var one = new Ledgers(ledgers.get(i), ledgers.get(i), coverage, Population.ALL);
                for (TrendFigure figure : TrendFigure.all()) {
                    if (figure.state().isPresent()) {
                        for (int unit : RandomRegister.UNITS) {
                            long count = register.persons().stream()
                                    .filter(person ->
                                            register.stateOn(person, day).equals(figure.code()))
                                    .filter(person -> Integer.valueOf(unit).equals(register.unitOn(person, day)))
                                    .count();
                            assertThat(figure.of(one, Place.units(u -> u == unit))
                                            .value())
                                    .as("%s in %d on %s", figure.code(), unit, day)
                                    .hasValue(BigDecimal.valueOf(count));
                        }
                    }
                }
            }
        }
    }
}
