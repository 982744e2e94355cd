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
import java.util.stream.Stream;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MemberSelection;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.outcome.ComparisonReading.Wanted;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final int REGION = 310000000;
    private static final int DISTRICT = 313600000;
    private static final int OKRUG = 313645000;
    private static final Integer[] PILOT = {OKRUG};
    private static final Integer[] ABOVE = {REGION, DISTRICT};
    /** One of each kind; each list is a question of its own. */
    private static final List<ComparisonFigure> LISTED = List.of(
            ComparisonFigure.RESIDENTS,
            ComparisonFigure.ASSISTED_BEFORE,
            ComparisonFigure.SELF_EMPLOYED_ARRIVED,
            ComparisonFigure.SELF_EMPLOYED_KEPT_6);

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2023, 1, 1);

    @Property(tries = 4)
    void isWhatTheWordsSayOfAnyRegister(@ForAll long seed) throws SQLException {
        ObviousRegister register = RandomRegister.of(seed);
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(register, database);

        for (ComparisonGrouping grouping : ComparisonGrouping.values()) {
            for (Integer[] units : new Integer[][] {null, {DISTRICT, OKRUG}}) {
                var wanted = new Wanted(question(grouping), known, LAST.minusDays(20), units, false, PILOT, ABOVE);
                var obvious = new Obvious(register, wanted);
                for (ComparedGroup group : read(database, wanted)) {
                    for (ComparisonFigure figure : ComparisonFigure.values()) {
                        assertThat(group.count(figure))
                                .as("%s of %s, %s", figure, group.side(), grouping)
                                .hasValue(obvious.count(group.side(), figure));
                    }
                    ComparedGroup shown = ComparisonProtection.of(List.of(group), SmallCellLimit.USUAL)
                            .get(0);
                    assertThat(shown.counts().keySet())
                            .filteredOn(figure -> SmallCellLimit.USUAL.isSmall(
                                    shown.count(figure).orElse(0L)))
                            .isEmpty();
                }
            }
        }
    }

    @Property(tries = 2)
    void listsThePeopleItCountsAndAgreesWithTheIndicators(@ForAll long seed) throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        OffsetDateTime known = RegisterFixture.write(RandomRegister.of(seed), database);
        RegisterFixture.giveNumbers(database);
        var wanted = new Wanted(
                question(ComparisonGrouping.ENROLMENT), known, LAST, null, false, new Integer[0], new Integer[0]);
        List<ComparedGroup> groups = read(database, wanted);

        for (ComparedGroup group : groups) {
            for (ComparisonFigure figure : LISTED) {
                try (Connection connection = database.connect()) {
                    connection.setAutoCommit(false);
                    var people = ComparisonReading.members(
                            connection,
                            wanted,
                            group.side(),
                            figure,
                            new MemberSelection(Optional.empty(), LAST, Optional.empty(), 500));
                    assertThat(people)
                            .as("%s of %s", figure, group.side())
                            .hasSize(group.count(figure).orElseThrow().intValue());
                }
            }
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            var window = Window.of(LAST, Optional.of(FIRST));
            Ledger ledger = LedgerReading.read(connection, List.of(window), Population.ALL, known)
                    .get(0);
            Place everywhere = Place.everywhere(REGION, unit -> List.of());
            Map.of(
                            ComparisonFigure.ASSISTED, Quantity.ASP_PERSONS_ON_DAY,
                            ComparisonFigure.ENTREPRENEURS, Quantity.ENTREPRENEURS,
                            ComparisonFigure.UNEMPLOYED, Quantity.UNEMPLOYED,
                            ComparisonFigure.ASSISTED_TO_ENTREPRENEUR, Quantity.MOVED_ASP_TO_ENTREPRENEUR,
                            ComparisonFigure.SELF_EMPLOYED_TO_ENTREPRENEUR, Quantity.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR)
                    .forEach((figure, quantity) -> assertThat(BigDecimal.valueOf(groups.stream()
                                    .mapToLong(group -> group.count(figure).orElseThrow())
                                    .sum()))
                            .as(figure.name())
                            .isEqualByComparingTo(ledger.sum(quantity, everywhere)));
        }
    }

    @Test
    void takesTheOkrugsThatAreInThePilotOnTheDay() throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        database.execute("""
                insert into revision (id, account, purpose) overriding system value values (1, 'test', 'LOAD');
                insert into unit values (313645000), (314000000);
                insert into pilot_area (unit_id, valid_from, valid_to, stage, rev) values
                    (313645000, '2019-09-01', '9999-01-01', '1', 1),
                    (314000000, '2019-09-01', '2022-06-01', '1', 1)""");
        OffsetDateTime known;
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select close_watermark()")) {
            row.next();
            known = row.getObject(1, OffsetDateTime.class);
        }
        try (Connection connection = database.connect()) {
            var areas = ComparisonReading.areas(connection, LAST, known);
            assertThat(areas)
                    .containsExactly(new ComparisonReading.Area(OKRUG, LocalDate.of(2019, 9, 1), Optional.of("1")));
            var places = new Places(
                    new TerritoryTree(List.of(unit(REGION, null), unit(DISTRICT, REGION), unit(OKRUG, DISTRICT))),
                    REGION);
            var question = question(ComparisonGrouping.PILOT_AREA);
            var settled = new QuestionSettling.Settled(
                    question.about(Optional.empty()), known, Optional.empty(), places, Optional.of("313600000"));
            var wanted = Comparison.wanted(question, settled, Coverage.asKnownOn(connection, known), areas);
            assertThat(wanted.pilot()).containsExactly(OKRUG);
            assertThat(wanted.above()).containsExactly(REGION, DISTRICT);
            assertThat(wanted.units()).containsExactly(DISTRICT, OKRUG);
            assertThat(wanted.watched()).as("nothing was declared complete").isEqualTo(LAST);
        }
    }

    private static ComparisonQuestion question(ComparisonGrouping grouping) {
        return new ComparisonQuestion(FIRST, LAST, Optional.empty(), grouping, Optional.empty());
    }

    private static List<ComparedGroup> read(PilotDatabase database, Wanted wanted) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            return ComparisonReading.groups(connection, wanted);
        }
    }

    private static TerritoryUnit unit(int kato, Integer parent) {
        return new TerritoryUnit(kato, Optional.ofNullable(parent), "name", Optional.empty(), Optional.empty());
    }

    /** The figures, person by person and day by day. */
    private record Obvious(ObviousRegister register, Wanted wanted) {

        private static final Set<String> ON_ASP = Set.of("ASP", "ENTREPRENEUR_ON_ASP");
        private static final Set<String> SELF =
                Set.of("UNPRODUCTIVE_SELF_EMPLOYED", "SELF_EMPLOYED", "SELF_EMPLOYED_REGIME");

        long count(Side side, ComparisonFigure figure) {
            return register.persons().stream()
                    .filter(person -> holds(person, side, figure))
                    .count();
        }

        private boolean holds(int person, Side side, ComparisonFigure figure) {
            return switch (figure) {
                case RESIDENTS_BEFORE, ASSISTED_BEFORE, ENTREPRENEURS_BEFORE, SELF_EMPLOYED_BEFORE, UNEMPLOYED_BEFORE ->
                    isIn(person, FIRST, side) && is(register.stateOn(person, FIRST), figure.name());
                case RESIDENTS, ASSISTED, ENTREPRENEURS, SELF_EMPLOYED, UNEMPLOYED ->
                    isIn(person, LAST, side) && is(register.stateOn(person, LAST), figure.name());
                default -> became(person, side, figure.name());
            };
        }

        private boolean is(String state, String what) {
            if (what.startsWith("RESIDENTS")) {
                return !Set.of("DECEASED", "AWAY").contains(state);
            }
            if (what.startsWith("ENTREPRENEURS")) {
                return Set.of("ENTREPRENEUR", "ENTREPRENEUR_ON_ASP").contains(state);
            }
            return what.startsWith("ASSISTED")
                    ? ON_ASP.contains(state)
                    : what.startsWith("SELF") ? SELF.contains(state) : state.equals("UNEMPLOYED");
        }

        private boolean became(int person, Side side, String what) {
            if (!isIn(person, FIRST, side) || !is(register.stateOn(person, FIRST), what)) {
                return false;
            }
            boolean here = Stream.of(Side.values()).anyMatch(one -> isIn(person, LAST, one));
            if (what.endsWith("TO_ENTREPRENEUR")) {
                return here && register.stateOn(person, LAST).equals("ENTREPRENEUR");
            }
            if (what.endsWith("STILL") || what.endsWith("TO_ASSISTANCE")) {
                return here && ON_ASP.contains(register.stateOn(person, LAST));
            }
            LocalDate arrived = next(person, FIRST.plusDays(1), LAST);
            if (arrived == null || what.endsWith("ARRIVED")) {
                return arrived != null;
            }
            LocalDate day = arrived.plusMonths(what.endsWith("12") ? 12 : 6);
            if (day.isAfter(wanted.watched())) {
                return false;
            }
            return what.contains("WATCHED") || isKept(person, day);
        }

        private boolean isKept(int person, LocalDate day) {
            if (register.stateOn(person, day).equals("ENTREPRENEUR")) {
                return true;
            }
            LocalDate left = day;
            while (!register.stateOn(person, left.minusDays(1)).equals("ENTREPRENEUR")) {
                left = left.minusDays(1);
            }
            LocalDate back = next(person, day, wanted.watched());
            return back != null && !back.isAfter(left.plusDays(31));
        }

        private LocalDate next(int person, LocalDate from, LocalDate last) {
            return from.datesUntil(last.plusDays(1))
                    .filter(day -> register.stateOn(person, day).equals("ENTREPRENEUR"))
                    .findFirst()
                    .orElse(null);
        }

        private boolean isIn(int person, LocalDate day, Side side) {
            LocalDate beginning = register.beginning(person);
            Integer unit = register.unitOn(person, day);
            if (beginning == null
                    || beginning.isAfter(day)
                    || unit == null && register.stateOn(person, day).equals("UNKNOWN")
                    || wanted.units() != null
                            && (unit == null || !List.of(wanted.units()).contains(unit))) {
                return false;
            }
            return side == sideOf(person, unit);
        }

        private Side sideOf(int person, Integer unit) {
            if (wanted.question().grouping() == ComparisonGrouping.ENROLMENT) {
                return FIRST.datesUntil(LAST.plusDays(1)).anyMatch(day -> register.covers("enrolment", person, day))
                        ? Side.PILOT
                        : Side.OTHERS;
            }
            if (unit == null || List.of(ABOVE).contains(unit)) {
                return Side.UNTOLD;
            }
            return unit == OKRUG ? Side.PILOT : Side.OTHERS;
        }
    }
}
