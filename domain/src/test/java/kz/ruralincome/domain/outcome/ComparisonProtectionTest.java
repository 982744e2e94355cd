package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_KEPT_6;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_STILL;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_TO_ENTREPRENEUR;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_WATCHED_6;
import static kz.ruralincome.domain.outcome.ComparisonFigure.RESIDENTS_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.Test;

class ComparisonProtectionTest {

    private final Map<ComparisonFigure, Long> counts = new EnumMap<>(ComparisonFigure.class);

    /** So many residents, of them on assistance, and of those: now entrepreneurs, still on it, arrived, followed, kept. */
    private ComparedGroup shown(long residents, long base, long to, long still, long arrived, long watched, long kept) {
        counts.put(RESIDENTS_BEFORE, residents);
        counts.put(ASSISTED_BEFORE, base);
        counts.put(ASSISTED_TO_ENTREPRENEUR, to);
        counts.put(ASSISTED_STILL, still);
        counts.put(ASSISTED_ARRIVED, arrived);
        counts.put(ASSISTED_WATCHED_6, watched);
        counts.put(ASSISTED_KEPT_6, kept);
        return ComparisonProtection.of(List.of(new ComparedGroup(Side.PILOT, counts, Set.of())), SmallCellLimit.USUAL)
                .get(0);
    }

    @Test
    void tellsWhatIsNotSmall() {
        assertThat(shown(1000, 100, 20, 60, 30, 20, 10).withheld()).isEmpty();
    }

    @Test
    void withholdsASmallGroupAlone() {
        assertThat(shown(1000, 100, 3, 60, 30, 20, 10).withheld()).containsExactly(ASSISTED_TO_ENTREPRENEUR);
    }

    @Test
    void withholdsFromWhichTheRestIsComputed() {
        var group = shown(100, 97, 20, 60, 30, 20, 10);
        assertThat(group.withheld()).as("three were not on assistance").containsExactly(ASSISTED_BEFORE);
        assertThat(group.percent(ASSISTED_STILL)).as("its base is withheld").isEmpty();
        assertThat(group.count(ASSISTED_STILL)).hasValue(60L);
    }

    @Test
    void withholdsWhatLeavesNoRoomForASmallOneToBeLarger() {
        // of 100 there were 97 still on assistance, so at most three became entrepreneurs
        assertThat(shown(1000, 100, 3, 97, 30, 20, 10).withheld()).contains(ASSISTED_TO_ENTREPRENEUR, ASSISTED_STILL);
    }

    @Test
    void withholdsWhatWouldTellAChainOfParts() {
        // of 30 arrived 20 were followed, and two of these were not kept
        assertThat(shown(1000, 100, 20, 60, 30, 20, 18).withheld()).containsExactly(ASSISTED_KEPT_6);
        // three were kept, of four who were followed; who knows that four arrived knows both are few
        assertThat(shown(1000, 100, 3, 60, 4, 4, 3).withheld())
                .contains(ASSISTED_ARRIVED, ASSISTED_WATCHED_6, ASSISTED_KEPT_6, ASSISTED_TO_ENTREPRENEUR);
        // four of five who arrived are entrepreneurs now: of neither part there can be five
        assertThat(shown(1000, 100, 4, 60, 5, 5, 5).withheld()).contains(ASSISTED_TO_ENTREPRENEUR, ASSISTED_ARRIVED);
    }
}
