package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_STILL;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ASSISTED_TO_ENTREPRENEUR;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ENTREPRENEURS;
import static kz.ruralincome.domain.outcome.ComparisonFigure.ENTREPRENEURS_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.RESIDENTS;
import static kz.ruralincome.domain.outcome.ComparisonFigure.RESIDENTS_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_TO_ASSISTANCE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.SELF_EMPLOYED_TO_ENTREPRENEUR;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_ARRIVED;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_BEFORE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_TO_ASSISTANCE;
import static kz.ruralincome.domain.outcome.ComparisonFigure.UNEMPLOYED_TO_ENTREPRENEUR;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.shared.Published;
import kz.ruralincome.domain.shared.SmallCellLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Nobody finds out by a linear program what a comparison withholds, with all its groups together. */
class ComparisonRecoveryProperties {

    private static final List<ComparisonFigure> BEFORE =
            List.of(ASSISTED_BEFORE, SELF_EMPLOYED_BEFORE, UNEMPLOYED_BEFORE);
    private static final List<ComparisonFigure> TO_ENTREPRENEUR =
            List.of(ASSISTED_TO_ENTREPRENEUR, SELF_EMPLOYED_TO_ENTREPRENEUR, UNEMPLOYED_TO_ENTREPRENEUR);
    private static final List<ComparisonFigure> TO_ASSISTANCE =
            List.of(ASSISTED_STILL, SELF_EMPLOYED_TO_ASSISTANCE, UNEMPLOYED_TO_ASSISTANCE);
    private static final List<ComparisonFigure> ARRIVED =
            List.of(ASSISTED_ARRIVED, SELF_EMPLOYED_ARRIVED, UNEMPLOYED_ARRIVED);

    private Published published;

    /** One instance serves all tries. */
    @BeforeTry
    void begin() {
        published = new Published(SmallCellLimit.USUAL);
    }

    @Property(tries = 25)
    void noSmallGroupIsComputed(@ForAll @LongRange(min = 1, max = 1_000_000) long seed) {
        List<ComparedGroup> open = random(new Random(seed));
        List<ComparedGroup> shown = ComparisonProtection.of(open, SmallCellLimit.USUAL);
        List<Map<ComparisonFigure, Integer>> groups = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            groups.add(numbers(shown.get(i), open.get(i)));
        }
        came(groups, ENTREPRENEURS, TO_ENTREPRENEUR);
        came(groups, ASSISTED, TO_ASSISTANCE);

        published.assertThatNothingIsFoundOut();
        published.assertThatNothingIsWithheldForNothing();
    }

    private Map<ComparisonFigure, Integer> numbers(ComparedGroup shown, ComparedGroup open) {
        Map<ComparisonFigure, Integer> numbers = new EnumMap<>(ComparisonFigure.class);
        for (ComparisonFigure figure : ComparisonFigure.values()) {
            numbers.put(
                    figure,
                    published.number(shown.count(figure), open.count(figure).orElseThrow(), true));
        }
        for (ComparisonFigure figure : ComparisonFigure.values()) {
            figure.base().ifPresent(base -> among(numbers, base, figure));
        }
        states(
                numbers,
                RESIDENTS_BEFORE,
                ASSISTED_BEFORE,
                ENTREPRENEURS_BEFORE,
                SELF_EMPLOYED_BEFORE,
                UNEMPLOYED_BEFORE);
        states(numbers, RESIDENTS, ASSISTED, ENTREPRENEURS, SELF_EMPLOYED, UNEMPLOYED);
        for (int i = 0; i < BEFORE.size(); i++) {
            among(numbers, BEFORE.get(i), TO_ENTREPRENEUR.get(i), TO_ASSISTANCE.get(i));
            among(numbers, ARRIVED.get(i), TO_ENTREPRENEUR.get(i));
            String kind = BEFORE.get(i).name().replace("BEFORE", "WATCHED_");
            among(numbers, ComparisonFigure.valueOf(kind + 6), ComparisonFigure.valueOf(kind + 12));
        }
        return numbers;
    }

    private void among(Map<ComparisonFigure, Integer> numbers, ComparisonFigure whole, ComparisonFigure... parts) {
        published.areAmong(Stream.of(parts).map(numbers::get).toList(), numbers.get(whole));
    }

    /** Who has a business and assistance is in both figures. */
    private void states(
            Map<ComparisonFigure, Integer> numbers,
            ComparisonFigure residents,
            ComparisonFigure assisted,
            ComparisonFigure entrepreneurs,
            ComparisonFigure selfEmployed,
            ComparisonFigure unemployed) {
        among(numbers, residents, assisted, selfEmployed, unemployed);
        among(numbers, residents, entrepreneurs, selfEmployed, unemployed);
    }

    private void came(List<Map<ComparisonFigure, Integer>> groups, ComparisonFigure now, List<ComparisonFigure> from) {
        List<Integer> all = groups.stream().map(group -> group.get(now)).toList();
        int everyone = published.untold(all);
        published.areAmong(
                groups.stream().flatMap(group -> from.stream().map(group::get)).toList(), everyone);
    }

    private static List<ComparedGroup> random(Random random) {
        List<ComparedGroup> groups = new ArrayList<>();
        for (Side side : List.of(Side.PILOT, Side.OTHERS)) {
            Map<ComparisonFigure, Long> counts = new EnumMap<>(ComparisonFigure.class);
            for (int i = 0; i < BEFORE.size(); i++) {
                long to = ProtectionFixture.count(random);
                long still = ProtectionFixture.count(random);
                long arrived = to + ProtectionFixture.count(random);
                counts.put(TO_ENTREPRENEUR.get(i), to);
                counts.put(TO_ASSISTANCE.get(i), still);
                counts.put(ARRIVED.get(i), arrived);
                counts.put(BEFORE.get(i), arrived + still + ProtectionFixture.count(random));
                long watched = arrived;
                for (int months : List.of(6, 12)) {
                    String kind = BEFORE.get(i).name();
                    watched = part(random, watched);
                    counts.put(ComparisonFigure.valueOf(kind.replace("BEFORE", "WATCHED_" + months)), watched);
                    counts.put(
                            ComparisonFigure.valueOf(kind.replace("BEFORE", "KEPT_" + months)), part(random, watched));
                }
            }
            long both = ProtectionFixture.count(random);
            long business = ProtectionFixture.count(random);
            counts.put(ENTREPRENEURS_BEFORE, Math.min(both, counts.get(ASSISTED_BEFORE)) + business);
            counts.put(
                    RESIDENTS_BEFORE,
                    BEFORE.stream().mapToLong(counts::get).sum() + business + ProtectionFixture.count(random));
            counts.put(SELF_EMPLOYED, ProtectionFixture.count(random));
            counts.put(UNEMPLOYED, ProtectionFixture.count(random));
            counts.put(
                    ENTREPRENEURS,
                    TO_ENTREPRENEUR.stream().mapToLong(counts::get).sum() + ProtectionFixture.count(random));
            counts.put(ASSISTED, TO_ASSISTANCE.stream().mapToLong(counts::get).sum() + ProtectionFixture.count(random));
            counts.put(
                    RESIDENTS,
                    Stream.of(SELF_EMPLOYED, UNEMPLOYED, ENTREPRENEURS, ASSISTED)
                                    .mapToLong(counts::get)
                                    .sum()
                            + ProtectionFixture.count(random));
            groups.add(new ComparedGroup(side, counts, Set.of()));
        }
        return groups;
    }

    /** All of them, nearly all, or some. */
    private static long part(Random random, long whole) {
        return switch (random.nextInt(3)) {
            case 0 -> whole;
            case 1 -> Math.max(0, whole - random.nextInt(6));
            default -> random.nextLong(whole + 1);
        };
    }
}
