package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A region of two districts, one of them with an okrug, and a few people in it and elsewhere. */
class AskedTest {

    private static final int REGION = 310000000;
    private static final int BAYZAK = 313600000;
    private static final int ZHAMBYL = 314000000;
    private static final int OKRUG = 313645000;
    private static final int OTHER_REGION = 610000000;
    private static final Places PLACES = new Places(
            new TerritoryTree(List.of(
                    unit(REGION, null),
                    unit(BAYZAK, REGION),
                    unit(ZHAMBYL, REGION),
                    unit(OKRUG, BAYZAK),
                    unit(OTHER_REGION, null),
                    unit(OTHER_REGION + 1000000, null))),
            REGION);
    private static final LocalDate AS_OF = LocalDate.of(2023, 1, 1);

    private static PilotDatabase database;
    private static OffsetDateTime known;
    private static Ledgers ledgers;

    @BeforeAll
    static void write() throws SQLException {
        var register = new ObviousRegister();
        int[] units = {OKRUG, OKRUG, BAYZAK, ZHAMBYL, REGION, OTHER_REGION};
        int person = 0;
        for (int household = 1; household <= units.length + 1; household++) {
            if (household <= units.length) {
                register.localities.add(
                        new ObviousRegister.Locality(household, LocalDate.of(2000, 1, 1), units[household - 1]));
            }
            int size = household <= 2 ? 3 : household == 4 ? 7 : 1;
            for (int member = 0; member < size; member++) {
                register.members.add(new ObviousRegister.Member(
                        ++person,
                        household,
                        LocalDate.of(2020, 1, 1),
                        ObviousRegister.OPEN,
                        member == 0 ? LocalDate.of(1980, 1, 1) : LocalDate.of(2015, 1, 1),
                        "F"));
            }
            register.assistance.add(new ObviousRegister.Assistance(
                    household,
                    LocalDate.of(household == 4 ? 2022 : 2021, 4, 1),
                    LocalDate.of(2022, 7, 1),
                    new BigDecimal("40000.50")));
        }
        register.spells.add(
                new ObviousRegister.Spell("enrolment", 1, LocalDate.of(2022, 3, 1), LocalDate.of(2022, 4, 1)));
        database = PilotDatabase.fresh();
        database.execute("insert into unit values (313600000), (314000000), (310000000), (610000000), (611000000)");
        RegisterFixture.write(register, database);
        database.execute("""
                insert into plan (year, unit_id, indicator, decided_on, value, rev) values
                    (2022, 313600000, 'asp.persons', '2021-12-01', 10, 1),
                    (2022, 313600000, 'asp.persons', '2022-06-01', 14, 1),
                    (2022, 313600000, 'asp.persons', '2023-01-02', 99, 1),
                    (2022, 314000000, 'asp.persons', '2021-12-01', 2, 1),
                    (2022, 310000000, 'asp.allocated', '2021-12-01', 3800000000, 1);
                insert into rehabilitation (as_of, unit_id, registered, satisfied, rev) values
                    ('2022-01-01', 310000000, 1, 1, 1), ('2022-10-01', 310000000, 20000, 19000, 1),
                    ('2023-01-01', 310000000, 23565, 22548, 1);
                insert into peer_figure (as_of, unit_id, indicator, value, rev) values
                    ('2023-01-01', 610000000, 'rehabilitation.percent', 97.1, 1),
                    ('2023-01-01', 611000000, 'rehabilitation.percent', 95.7, 1),
                    ('2023-01-01', 610000000, 'asp.persons', 10, 1)""");
        known = (OffsetDateTime) closed();
        ledgers = read(Population.ALL);
    }

    @Test
    void countsEveryoneAlsoThoseElsewhereAndNowhere() {
        var line = asked(Optional.empty()).line(Indicator.ASP_PERSONS);

        assertThat(line.value()).hasValue(new BigDecimal(17));
        assertThat(line.previous()).hasValue(new BigDecimal(10));
        assertThat(line.change()).hasValue(new BigDecimal(7));
        assertThat(line.changePercent()).hasValue(new BigDecimal("70.0"));
    }

    @Test
    void countsATerritoryWithAllThatLiesInIt() {
        assertThat(asked(Optional.of("313600000")).line(Indicator.ASP_PERSONS).value())
                .hasValue(new BigDecimal(7));
        assertThat(asked(Optional.of("none")).line(Indicator.ASP_PERSONS).value())
                .hasValue(BigDecimal.ONE);
    }

    @Test
    void takesThePlanDecidedLastOrTheSumOfTheChildren() {
        var district = asked(Optional.of("313600000")).line(Indicator.ASP_PERSONS);
        var region = asked(Optional.of("310000000")).line(Indicator.ASP_PERSONS);

        assertThat(district.plan()).hasValue(new BigDecimal(14));
        assertThat(district.planPercent()).hasValue(new BigDecimal("50.0"));
        assertThat(region.plan()).hasValue(new BigDecimal(16));
        assertThat(asked(Optional.of("313645000")).line(Indicator.ASP_PERSONS).plan())
                .isEmpty();
    }

    @Test
    void ranksTheRegionAmongItsPeersWhenAllAreKnown() {
        var line = asked(Optional.empty()).line(Indicator.REHABILITATION_PERCENT);

        assertThat(line.value()).hasValue(new BigDecimal("95.7"));
        assertThat(line.rank()).as("a tie shares the better place").hasValue(2);
        assertThat(asked(Optional.empty()).line(Indicator.ASP_PERSONS).rank()).isEmpty();
        assertThat(asked(Optional.of("313600000"))
                        .line(Indicator.REHABILITATION_PERCENT)
                        .rank())
                .isEmpty();
    }

    @Test
    void takesTheLastRowOfRehabilitationSinceNewYear() {
        var line = asked(Optional.of("310000000")).line(Indicator.REHABILITATION_REGISTERED);

        assertThat(line.value()).hasValue(new BigDecimal(23565));
        assertThat(line.previous()).hasValue(BigDecimal.ONE);
    }

    @Test
    void saysWhyAFigureIsMissing() {
        assertThat(asked(Optional.empty()).line(Indicator.UNEMPLOYED).reason()).hasValue(Reason.NO_DATA);
        assertThat(asked(Optional.empty()).line(Indicator.CREDIT_LOANS).reason())
                .hasValue(Reason.NO_DATA);
        assertThat(asked(Optional.empty()).line(Indicator.ASP_ALLOCATED).value())
                .hasValue(new BigDecimal("3800000000"));
        assertThat(asked(Optional.of("313600000")).line(Indicator.ASP_ALLOCATED).reason())
                .hasValue(Reason.NO_DATA);
    }

    @Test
    void saysOfAStateThatItIsNotKnownNotThatNobodyIsInIt() {
        Place everywhere = PLACES.place(Optional.empty());
        for (State state : List.of(State.UNEMPLOYED, State.INACTIVE, State.ENTREPRENEUR, State.ENTREPRENEUR_ON_ASP)) {
            assertThat(TrendFigure.of(state).of(ledgers, everywhere)).isEqualTo(Figure.unknown(Reason.NO_DATA));
        }
        assertThat(TrendFigure.of(State.ASP).of(ledgers, everywhere).value()).hasValue(BigDecimal.ZERO);
        assertThat(Comparison.reason(
                        ComparisonGrouping.PILOT_AREA, ledgers.now().missing()))
                .hasValue(Reason.NO_DATA);
        assertThat(Comparison.reason(ComparisonGrouping.ENROLMENT, Set.of("enrolments")))
                .hasValue(Reason.NO_DATA);
        assertThat(Comparison.reason(ComparisonGrouping.PILOT_AREA, Set.of("enrolments", "loans")))
                .isEmpty();
    }

    @Test
    void partsAddUpToTheWhole() {
        List<DistrictLine> parts = asked(Optional.empty()).parts(Indicator.ASP_PERSONS);

        assertThat(values(parts))
                .isEqualTo(Map.of("313600000", 7, "314000000", 7, "310000000", 1, "outside", 1, "none", 1));
        assertThat(values(asked(Optional.of("313600000")).parts(Indicator.ASP_PERSONS)))
                .isEqualTo(Map.of("313645000", 6, "313600000", 1));
    }

    @Test
    void partsWithholdSmallGroupsFromThoseWhoSeeNoPersons() {
        var asked = new Asked(ledgers, PLACES, Optional.of("313600000"), false, SmallCellLimit.USUAL);

        DistrictLine small = asked.parts(Indicator.ASP_PERSONS).stream()
                .filter(part -> part.kato().equals("313600000"))
                .findFirst()
                .orElseThrow();

        assertThat(small.line().value()).isEmpty();
        assertThat(small.line().previous()).isEmpty();
        assertThat(small.line().change()).isEmpty();
        assertThat(small.line().reason()).hasValue(Reason.SMALL_CELL);
        assertThat(asked.line(Indicator.ASP_PERSONS).value()).hasValue(new BigDecimal(7));
    }

    @Test
    void partsBesideTheWholeHideAnotherOneToo() {
        var asked = new Asked(ledgers, PLACES, Optional.of("313600000"), false, SmallCellLimit.USUAL);

        assertThat(asked.figures(List.of(Indicator.ASP_PERSONS)).parts().get(Indicator.ASP_PERSONS))
                .extracting(part -> part.line().value())
                .containsOnly(Optional.empty());
        assertThat(asked.figures(List.of(Indicator.ASP_HOUSEHOLDS)).parts().get(Indicator.ASP_HOUSEHOLDS))
                .extracting(part -> part.line().value())
                .doesNotContain(Optional.empty());
    }

    @Test
    void linesWithholdTheFewRegistrationsThatTheLawDidNotEnd() {
        Map<Quantity, Map<Integer, BigDecimal>> counts = Map.of(
                Quantity.REGISTRATIONS_NEW, Map.of(BAYZAK, new BigDecimal(3)),
                Quantity.REGISTRATIONS_ENDED, Map.of(BAYZAK, new BigDecimal(10)),
                Quantity.REGISTRATIONS_ENDED_BY_LAW, Map.of(BAYZAK, new BigDecimal(8)));
        var ledger = new Ledger(counts, Map.of(), Set.of(), true, ledgers.now().given());
        var one = new Ledgers(ledger, ledger, ledgers.coverage(), Population.ALL);

        Map<Indicator, IndicatorLine> lines = new Asked(
                        one, PLACES, Optional.of("313600000"), false, SmallCellLimit.USUAL)
                .lines().stream().collect(Collectors.toMap(IndicatorLine::indicator, line -> line));

        assertThat(lines.get(Indicator.REGISTRATIONS_NEW).value()).isEmpty();
        assertThat(lines.get(Indicator.REGISTRATIONS_ENDED).reason()).isEmpty();
        assertThat(lines.get(Indicator.REGISTRATIONS_ENDED_BY_LAW).value()).isEmpty();
        assertThat(lines.get(Indicator.REGISTRATIONS_ENDED_BY_LAW).previous()).isEmpty();
        assertThat(new Asked(one, PLACES, Optional.of("310000000"), false, SmallCellLimit.USUAL).lines())
                .as("the region")
                .extracting(IndicatorLine::reason)
                .doesNotContain(Optional.of(Reason.SMALL_CELL));
    }

    @Test
    void populationsNarrowWhatCountsPersons() throws SQLException {
        var adults = new Asked(read(Population.WORKING_AGE), PLACES, Optional.empty(), true, SmallCellLimit.USUAL);
        var enrolled = new Asked(read(Population.ENROLLED), PLACES, Optional.empty(), true, SmallCellLimit.USUAL);

        assertThat(adults.line(Indicator.ASP_PERSONS).value()).hasValue(new BigDecimal(7));
        assertThat(adults.line(Indicator.ASP_PERSONS).plan()).isEmpty();
        assertThat(adults.line(Indicator.ASP_HOUSEHOLDS).reason()).hasValue(Reason.NOT_FOR_POPULATION);
        assertThat(enrolled.line(Indicator.ASP_PERSONS).value()).hasValue(BigDecimal.ONE);
        assertThat(enrolled.line(Indicator.ASP_PERSONS).previous()).hasValue(BigDecimal.ZERO);
    }

    private static Map<String, Integer> values(List<DistrictLine> parts) {
        return parts.stream()
                .collect(Collectors.toMap(
                        DistrictLine::kato,
                        part -> part.line().value().orElseThrow().intValueExact()));
    }

    private static Asked asked(Optional<String> territory) {
        return new Asked(ledgers, PLACES, territory, true, SmallCellLimit.USUAL);
    }

    private static Ledgers read(Population population) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var ledgers = LedgerReading.read(
                    connection,
                    List.of(Window.of(AS_OF, Optional.empty()), Window.previous(AS_OF, Optional.empty())),
                    population,
                    known);
            return new Ledgers(ledgers.get(0), ledgers.get(1), Coverage.asKnownOn(connection, known), population);
        }
    }

    private static Object closed() throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select close_watermark()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class);
        }
    }

    private static TerritoryUnit unit(int kato, Integer parent) {
        return new TerritoryUnit(kato, Optional.ofNullable(parent), "name", Optional.empty(), Optional.empty());
    }
}
