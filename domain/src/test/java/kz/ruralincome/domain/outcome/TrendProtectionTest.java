package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.Published;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrendProtectionTest {

    private static final TrendFigure GROWING = TrendFigure.of(Indicator.ASP_PERSONS);
    private static final TrendFigure ON_THE_DAY = TrendFigure.of(State.UNEMPLOYED);
    private static final LocalDate FIRST = LocalDate.of(2022, 2, 1);

    @Test
    void withholdsSmallCountsAndTellsThePlainOnes() {
        assertThat(shown(ON_THE_DAY, 0, 1, 4, 5, 6, 30)).containsExactly(0L, null, null, 5L, 6L, 30L);
        assertThat(TrendProtection.of(ON_THE_DAY, points(1, 20), SmallCellLimit.USUAL)
                        .get(0)
                        .reason())
                .hasValue(Reason.SMALL_CELL);
    }

    @Test
    void withholdsMoreWhenMoreIsSmall() {
        var shown = TrendProtection.of(GROWING, points(10, 11, 20, 25, 31), new SmallCellLimit(10));
        assertThat(shown.stream().map(TrendPoint::value).map(value -> value.map(BigDecimal::longValue)))
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of(20L), Optional.empty(), Optional.empty());
    }

    @Test
    void withholdsOfAGrowingFigureWhoeverTheFewAreThatCameSince() {
        assertThat(shown(GROWING, 10, 12, 16, 16, 20, 21)).containsExactly(10L, null, 16L, 16L, null, null);
    }

    @Test
    void withholdsRegistrationsWhichAreSomebodys() {
        assertThat(shown(TrendFigure.of(Indicator.REGISTRATIONS_NEW), 3, 10, 12))
                .containsExactly(null, 10L, null);
    }

    @Test
    void looksAtTheBorrowersBehindLoans() {
        var loans = TrendFigure.of(Indicator.CREDIT_DISBURSED);

        assertThat(TrendProtection.of(
                        loans,
                        List.of(
                                lent(1, "9000000.50", 4),
                                lent(2, "19000000.50", 14),
                                // more of somebody who has borrowed before
                                lent(3, "19500000.50", 14),
                                lent(4, "29000000.50", 24),
                                lent(5, "29000000.50", 24)),
                        SmallCellLimit.USUAL))
                .extracting(point -> point.value().isPresent())
                .containsExactly(false, true, false, true, true);
    }

    private static TrendPoint lent(int month, String tenge, long borrowers) {
        return new TrendPoint(
                LocalDate.of(2022, month, 1).plusMonths(1),
                LocalDate.of(2022, 1, 1),
                Optional.of(new BigDecimal(tenge)),
                Optional.empty(),
                Optional.of(borrowers));
    }

    @Test
    void beginsAnewWithEachYear() {
        // as of 1 February 2022 on; the twelfth is of 1 January 2023, the thirteenth begins the year
        assertThat(shown(GROWING, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 12))
                .endsWith(10L, 12L);
    }

    @Test
    void leavesWhatCountsNoPersonsAndWhatIsNotKnown() {
        assertThat(shown(TrendFigure.of(Indicator.ASP_HOUSEHOLDS), 1, 2, 3)).containsExactly(1L, 2L, 3L);
        var unknown = new TrendPoint(FIRST, FIRST, Optional.empty(), Optional.of(Reason.NO_DATA));
        assertThat(TrendProtection.of(GROWING, List.of(unknown), SmallCellLimit.USUAL))
                .containsExactly(unknown);
    }

    /** For each month that is withheld there is another register that is shown in the same way. */
    @Property(tries = 300)
    void nobodyCanComputeWhatIsWithheld(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 12) Integer> increments, @ForAll boolean isGrowing) {
        TrendFigure figure = isGrowing ? GROWING : ON_THE_DAY;
        long[] values = new long[increments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = increments.get(i) + (isGrowing && i > 0 ? values[i - 1] : 0);
        }
        List<Long> shown = shown(figure, values);
        for (int month = 0; month < values.length; month++) {
            if (shown.get(month) == null) {
                int at = month;
                assertThat(LongStream.rangeClosed(0, 110)
                                .filter(other -> other != values[at])
                                .filter(other ->
                                        shown(figure, with(values, at, other)).equals(shown))
                                .count())
                        .as("%s in month %d", Arrays.toString(values), month)
                        .isPositive();
            }
        }
    }

    /** Of a figure that grows, who came in a month is a group, too; what is told on both sides of it bounds how large. */
    @Property(tries = 100)
    void nobodyFindsOutByALinearProgramWhoCameInAMonth(
            @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 12) Integer> increments) {
        long[] values = new long[increments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = increments.get(i) + (i > 0 ? values[i - 1] : 0);
        }
        List<Long> shown = shown(GROWING, values);
        var published = new Published(SmallCellLimit.USUAL);
        Integer before = null;
        for (int i = 0; i < values.length; i++) {
            int number = published.number(Optional.ofNullable(shown.get(i)), values[i], true);
            if (before != null) {
                // what is withheld after a month that is told is known to be more
                boolean isMore = shown.get(i) == null && shown.get(i - 1) != null;
                long came = values[i] - values[i - 1];
                int since = isMore ? published.number(Optional.empty(), came, true) : published.unsaid(came);
                published.addUp(List.of(before, since), number);
            }
            before = number;
        }
        published.assertThatNothingIsFoundOut();
    }

    private static long[] with(long[] values, int at, long other) {
        long[] changed = values.clone();
        changed[at] = other;
        return changed;
    }

    private static List<Long> shown(TrendFigure figure, long... values) {
        return new ArrayList<>(TrendProtection.of(figure, points(values), SmallCellLimit.USUAL).stream()
                .map(point -> point.value().map(BigDecimal::longValueExact).orElse(null))
                .toList());
    }

    private static List<TrendPoint> points(long... values) {
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Window window = Window.of(FIRST.plusMonths(i), Optional.empty());
            points.add(new TrendPoint(
                    window.asOf(), window.start(), Optional.of(BigDecimal.valueOf(values[i])), Optional.empty()));
        }
        return points;
    }
}
