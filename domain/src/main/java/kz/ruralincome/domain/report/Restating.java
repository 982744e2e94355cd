package kz.ruralincome.domain.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.LaterLists;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** Holds printed figures against those of today. */
final class Restating {

    /** A printed figure: of which place, of which indicator. */
    record Key(String place, String indicator) {}

    private Restating() {}

    /** Every figure of a report with its place, in the order in which it is printed. */
    static void figures(CollegiumReport report, BiConsumer<Key, Optional<BigDecimal>> taker) {
        report.figures().forEach(line -> taker.accept(key("", line), line.value()));
        report.parts()
                .forEach(part ->
                        part.lines().values().forEach(line -> taker.accept(key(part.kato(), line), line.value())));
    }

    private static Key key(String place, IndicatorLine line) {
        return new Key(place, line.indicator().code());
    }

    /**
     * The differences.
     *
     * @param printed a value is empty where none was printed
     * @param lists that came in since
     * @param tellsSmallCells what was printed of places below the region may be of groups that are small by now: it is not
     *     told again
     */
    static List<Restatement> of(
            CollegiumReport now,
            Map<Key, Optional<BigDecimal>> printed,
            Set<String> lists,
            boolean otherRules,
            boolean tellsSmallCells) {
        Map<Key, Optional<BigDecimal>> today = new LinkedHashMap<>();
        figures(now, today::put);
        // a place or an indicator that only one of the two has
        printed.keySet().forEach(key -> today.putIfAbsent(key, Optional.empty()));
        boolean isBelowRegion = now.unit().flatMap(TerritoryUnit::parent).isPresent();
        List<Restatement> restated = new ArrayList<>();
        today.forEach((key, value) -> {
            Optional<BigDecimal> before = printed.getOrDefault(key, Optional.empty());
            Optional<Indicator> indicator = Indicator.of(key.indicator());
            // what is told on one side alone would give away, of a place, why it is withheld on the other
            boolean isTold = key.place().isEmpty() && !isBelowRegion
                    || before.isPresent() && value.isPresent() && !tellsSmallCells;
            if (indicator.isPresent() && isTold && !isSame(before, value)) {
                restated.add(new Restatement(
                        key.place(),
                        unit(now, key.place()),
                        indicator.get(),
                        before,
                        value,
                        LaterLists.behind(indicator.get(), lists),
                        otherRules));
            }
        });
        return restated;
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty() || one.get().compareTo(other.get()) == 0);
    }

    private static Optional<TerritoryUnit> unit(CollegiumReport report, String place) {
        return report.parts().stream()
                .filter(part -> part.kato().equals(place))
                .findFirst()
                .flatMap(CollegiumReport.Part::unit);
    }
}
