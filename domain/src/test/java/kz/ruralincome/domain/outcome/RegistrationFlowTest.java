package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.RegistrationReading.Found;
import kz.ruralincome.domain.outcome.RegistrationReading.Told;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RegistrationFlowTest {

    private static final LocalDate AS_OF = LocalDate.of(2023, 1, 1);
    private static final YearMonth MAY = YearMonth.of(2022, 5);
    private static final YearMonth JUNE = YearMonth.of(2022, 6);

    private static Coverage nothingDeclared;

    @BeforeAll
    static void empty() throws SQLException {
        try (Connection connection = PilotDatabase.fresh().connect()) {
            nothingDeclared = Coverage.asKnownOn(connection, OffsetDateTime.parse("2023-01-01T00:00:00Z"));
        }
    }

    @Property(tries = 5)
    void addsUpToTheIndicatorsOfTheWindow(@ForAll long seed) throws SQLException {
        ObviousRegister register = RandomRegister.of(seed);
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(register, database);
        var window = Window.of(LocalDate.of(2022, 9, 5), Optional.of(LocalDate.of(2021, 11, 20)));
        var obvious = new ObviousIndicators(register, window);
        Found found;
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            found = RegistrationReading.read(connection, window, Population.ALL, known);
        }

        for (Optional<String> territory : List.of(
                Optional.<String>empty(), Optional.of("310000000"), Optional.of("313600000"), Optional.of("none"))) {
            var answer = answer(window.asOf(), Optional.of(window.start()), territory, found);
            Predicate<Integer> here = territory.map(RegistrationFlowTest::in).orElse(unit -> true);
            assertThat(answer.whole())
                    .as("%s", territory)
                    .isEqualTo(RegistrationCounts.of(
                            number(obvious.figure(Indicator.REGISTRATIONS_NEW, here)),
                            number(obvious.figure(Indicator.REGISTRATIONS_ENDED_BY_LAW, here)),
                            number(obvious.figure(Indicator.REGISTRATIONS_ENDED, here))
                                    - number(obvious.figure(Indicator.REGISTRATIONS_ENDED_BY_LAW, here))));
            assertThat(sum(answer.months().stream().map(RegistrationMonth::counts)))
                    .isEqualTo(answer.whole());
            assertThat(sum(answer.about().items().stream().map(RegistrationPart::counts)))
                    .isEqualTo(answer.whole());
            assertThat(answer.endings().values().stream()
                            .mapToLong(Optional::orElseThrow)
                            .sum())
                    .isEqualTo(answer.whole().ended().orElseThrow());
            assertThat(answer.months()).hasSize(11);
        }
    }

    @Test
    void tellsWhatTheLawEndedApart() {
        var answer = answer(
                AS_OF,
                Optional.empty(),
                Optional.empty(),
                found(
                        told(MAY, 313645000, "NEW", 20),
                        told(MAY, 314037000, "LAW_2026", 30),
                        told(JUNE, 314037000, "OWN_WISH", 7)));

        assertThat(answer.whole().balance()).hasValue(-17L);
        assertThat(answer.whole().balanceWithoutLaw()).hasValue(13L);
        assertThat(answer.endings())
                .isEqualTo(java.util.Map.of(
                        RegistrationEnding.LAW_2026, Optional.of(30L), RegistrationEnding.OWN_WISH, Optional.of(7L)));
        assertThat(answer.months()).hasSize(12);
    }

    @Test
    void withholdsSmallGroupsOfPartsAndAsManyMoreAsWouldGiveThemAway() {
        var answer = answer(
                AS_OF,
                Optional.empty(),
                Optional.of("310000000"),
                found(
                        told(MAY, 313645000, "NEW", 3),
                        told(MAY, 314037000, "NEW", 30),
                        told(JUNE, 314037000, "DEATH", 2),
                        told(JUNE, 313645000, "OWN_WISH", 6)));
        var seen = new RegistrationProtection(RandomRegister.PLACES, Optional.of("310000000"), SmallCellLimit.USUAL)
                .of(answer);

        assertThat(seen.whole()).as("the region itself is told").isEqualTo(answer.whole());
        assertThat(seen.endings().get(RegistrationEnding.DEATH)).hasValue(2L);
        assertThat(seen.about().items())
                .filteredOn(part -> part.unit().isPresent())
                .extracting(part -> part.counts().begun())
                .containsOnly(Optional.empty());
        assertThat(seen.isWithheld()).isTrue();
    }

    @Test
    void withholdsSmallMonthsOfATerritoryBelowTheRegion() {
        var answer = answer(
                AS_OF,
                Optional.empty(),
                Optional.of("313600000"),
                found(told(MAY, 313645000, "NEW", 3), told(JUNE, 313645000, "NEW", 8)));
        var seen = new RegistrationProtection(RandomRegister.PLACES, Optional.of("313600000"), SmallCellLimit.USUAL)
                .of(answer);

        assertThat(seen.months().get(4).counts().begun()).isEmpty();
        assertThat(seen.months().get(5).counts().begun())
                .as("what is left of the sum")
                .isEmpty();
        assertThat(seen.whole().begun()).hasValue(11L);
        assertThat(seen.months().get(0).counts().begun()).hasValue(0L);
    }

    private static RegistrationAnswer answer(
            LocalDate asOf, Optional<LocalDate> from, Optional<String> territory, Found found) {
        return RegistrationFlow.answer(
                new QuestionSettling.Settled(
                        new OutcomeQuestion(asOf, from, territory, Population.ALL, Optional.empty()),
                        OffsetDateTime.parse("2023-01-01T00:00:00Z"),
                        Optional.empty(),
                        RandomRegister.PLACES,
                        territory),
                found,
                nothingDeclared);
    }

    private static Found found(Told... told) {
        return new Found(List.of(told), Optional.empty());
    }

    private static Told told(YearMonth month, int unit, String what, long count) {
        return new Told(month, Optional.of(unit), what, count);
    }

    private static RegistrationCounts sum(Stream<RegistrationCounts> counts) {
        List<RegistrationCounts> all = counts.toList();
        return RegistrationCounts.of(
                sum(all, RegistrationCounts::begun),
                sum(all, RegistrationCounts::byLaw),
                sum(all, RegistrationCounts::otherwise));
    }

    private static long sum(List<RegistrationCounts> all, Function<RegistrationCounts, Optional<Long>> what) {
        return all.stream()
                .mapToLong(counts -> what.apply(counts).orElseThrow())
                .sum();
    }

    private static Predicate<Integer> in(String territory) {
        return territory.equals("none")
                ? unit -> unit == ObviousIndicators.NOWHERE
                : unit -> unit != ObviousIndicators.NOWHERE
                        && List.of(RandomRegister.PLACES.units(territory)).contains(unit);
    }

    private static long number(BigDecimal value) {
        return value.longValueExact();
    }
}
