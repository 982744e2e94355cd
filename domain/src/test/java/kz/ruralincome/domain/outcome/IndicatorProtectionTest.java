package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.Test;

/** Figures of loans of a region and of its districts, the first three of which have so many borrowers. */
class IndicatorProtectionTest {

    private static final List<Places.Part> DISTRICTS =
            ProtectionFixture.PLACES.parts(ProtectionFixture.territory(true)).subList(0, 3);

    @Test
    void manyLoansOfFewBorrowersAreWithheldWithThoseOfOneMoreDistrict() {
        assertThat(shown(Indicator.CREDIT_LOANS, 3, 20, 30)).containsExactly(null, null, tenTimes(30));
        assertThat(shown(Indicator.CREDIT_LOANS, 5, 20, 30)).doesNotContainNull();
    }

    @Test
    void aSumOverFewBorrowersIsWithheldLikewise() {
        assertThat(shown(Indicator.CREDIT_DISBURSED, 50, 4, 30)).containsExactly(tenTimes(50), null, null);
        assertThat(shown(Indicator.CREDIT_DISBURSED, 50, 40, 30)).doesNotContainNull();
    }

    @Test
    void aShareOfWhatFewOweIsWithheldAloneAsSharesDoNotAddUp() {
        assertThat(shown(Indicator.CREDIT_PAR30, 50, 4, 30)).containsExactly(tenTimes(50), null, tenTimes(30));
    }

    @Test
    void whatFewHouseholdsEarnIsWithheldWithOneMoreDistrict() {
        assertThat(shown(Indicator.INCOME_PER_CAPITA, 50, 4, 30)).containsExactly(tenTimes(50), null, null);
        assertThat(shown(Indicator.INCOME_PER_CAPITA, 50, 5, 30)).doesNotContainNull();
    }

    @Test
    void ofADistrictAllFiguresOfFewBorrowersAreWithheld() {
        var open = new Asked.Figures(
                List.of(line(Indicator.CREDIT_LOANS, 2), line(Indicator.CREDIT_DISBURSED, 12)), Map.of());

        assertThat(IndicatorProtection.of(open, true, unit -> true, SmallCellLimit.USUAL)
                        .lines())
                .extracting(
                        line -> line.value().isPresent(), line -> line.reason().orElse(null))
                .containsExactly(tuple(false, Reason.SMALL_CELL), tuple(true, null));
    }

    private static List<BigDecimal> shown(Indicator indicator, long... borrowers) {
        List<DistrictLine> parts = new ArrayList<>();
        long all = 0;
        for (int i = 0; i < borrowers.length; i++) {
            all += borrowers[i];
            parts.add(new DistrictLine(DISTRICTS.get(i).key(), DISTRICTS.get(i).unit(), line(indicator, borrowers[i])));
        }
        var open = new Asked.Figures(List.of(line(indicator, all)), new EnumMap<>(Map.of(indicator, parts)));
        List<BigDecimal> shown = new ArrayList<>();
        IndicatorProtection.of(open, false, unit -> true, SmallCellLimit.USUAL)
                .parts()
                .get(indicator)
                .forEach(part -> shown.add(part.line().value().orElse(null)));
        return shown;
    }

    private static BigDecimal tenTimes(long borrowers) {
        return BigDecimal.valueOf(10 * borrowers);
    }

    private static IndicatorLine line(Indicator indicator, long borrowers) {
        return new IndicatorLine(
                indicator,
                Optional.of(tenTimes(borrowers)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(borrowers),
                Optional.empty());
    }
}
