package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
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
        Executable endless = () -> question(Optional.of(END.minusYears(15).minusDays(1)));
        for (Executable wrong : new Executable[] {backwards, endless}) {
            org.junit.jupiter.api.Assertions.assertThrows(InvalidRequest.class, wrong);
        }
        LocalDate longest = END.minusYears(15);
        assertThat(question(Optional.of(longest)).first(Optional::empty)).isEqualTo(longest);
        var open = question(Optional.empty());
        assertThat(open.first(() -> Optional.of(LocalDate.of(1900, 1, 1))))
                .as("since the first fact, but no more than fifteen years")
                .isEqualTo(longest);
        assertThat(open.first(() -> Optional.of(END.minusDays(3)))).isEqualTo(END.minusDays(3));
        assertThat(open.first(() -> Optional.of(END.plusDays(1)))).isEqualTo(END);
    }

    @Test
    void aChangeIsToldWithinAYearOfWhatIsCountedThroughIt() {
        assertThat(changes(TrendFigure.of(Indicator.ASP_PAID)))
                .as("February begins the year anew")
                .containsExactly(Optional.empty(), Optional.of(BigDecimal.TEN), Optional.empty());
        assertThat(changes(TrendFigure.of(State.ASP)))
                .containsExactly(Optional.empty(), Optional.of(BigDecimal.TEN), Optional.of(BigDecimal.TEN));
    }

    private static List<Optional<BigDecimal>> changes(TrendFigure figure) {
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Window window = Window.of(LocalDate.of(2022, 12, 1).plusMonths(i), Optional.empty());
            points.add(new TrendPoint(
                    window.asOf(), window.start(), Optional.of(BigDecimal.valueOf(10L * i)), Optional.empty()));
        }
        var about = new OutcomeAnswer<>(
                END, END, Optional.empty(), OffsetDateTime.MIN, Optional.empty(), Optional.empty(), points);
        var answer = new TrendAnswer(figure, END, END, about);
        return List.of(answer.change(0), answer.change(1), answer.change(2));
    }

    @Test
    void whatIsKeptIsReadBackEqual() {
        LocalDate month = LocalDate.of(2023, 1, 1);
        List<TrendPoint> points = List.of(
                new TrendPoint(month, month.minusYears(1), Optional.of(new BigDecimal("12.50")), Optional.empty()),
                new TrendPoint(month, month, Optional.empty(), Optional.of(Reason.NO_DATA)),
                new TrendPoint(month, month, Optional.of(BigDecimal.TEN), Optional.empty(), Optional.of(3L)),
                new TrendPoint(
                        month, month, Optional.of(BigDecimal.ZERO), Optional.of(Reason.householdsWithIncomes(3))));
        assertThat(KeptTrends.TrendText.points(KeptTrends.TrendText.of(points))).isEqualTo(points);
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
                            var found = figure.of(one, Place.units(u -> u == unit));
                            assertThat(found.value()
                                            .map(BigDecimal::longValueExact)
                                            .orElse(count))
                                    .as("%s in %d on %s", figure.code(), unit, day)
                                    .isEqualTo(count);
                            assertThat(found.value().isPresent()
                                            || !ledgers.get(i).missing().isEmpty())
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }
}
