package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * What one question needs, for every place: the counts of its window, those of the window a year before, and what is
 * declared complete. It never changes, so it is kept for the next one who asks.
 */
public record Ledgers(Ledger now, Ledger before, Coverage coverage, Population population) {

    /** The indicator of the place beside the year before and the plan. */
    IndicatorLine line(Indicator indicator, Place place, Optional<LocalDate> coversTo) {
        Optional<String> unknown = unknown(indicator.isOfPersons());
        if (unknown.isPresent()) {
            return line(indicator, Figure.unknown(unknown.get()), coversTo);
        }
        Figure figure = now.figure(indicator, place);
        return new IndicatorLine(
                indicator,
                figure.value(),
                population == Population.WORKING_AGE && !before.agesKnown()
                        ? Optional.empty()
                        : before.figure(indicator, place).value(),
                population == Population.ALL ? now.given().plan(indicator, place) : Optional.empty(),
                figure.reason(),
                Optional.empty(),
                coversTo,
                now.behind(indicator, place),
                before.behind(indicator, place));
    }

    /**
     * How many of the place are counted; for a count of persons.
     *
     * @param needs the lists without a row of which it is not known
     */
    Figure count(Quantity quantity, List<String> needs, Place place) {
        return unknown(true)
                .or(() -> needs.stream()
                        .filter(now.missing()::contains)
                        .map(list -> Reason.NO_DATA)
                        .findFirst())
                .map(Figure::unknown)
                .orElseGet(() -> Figure.of(now.sum(quantity, place)));
    }

    /** Why nothing can be said of the population. */
    private Optional<String> unknown(boolean isOfPersons) {
        if (population != Population.ALL && !isOfPersons) {
            return Optional.of(Reason.NOT_FOR_POPULATION);
        }
        if (population == Population.BORROWERS && now.missing().contains("loans")) {
            return Optional.of(Reason.NO_DATA);
        }
        return population == Population.WORKING_AGE && !now.agesKnown()
                ? Optional.of(Reason.PARAMETER_MISSING)
                : Optional.empty();
    }

    private static IndicatorLine line(Indicator indicator, Figure unknown, Optional<LocalDate> coversTo) {
        return new IndicatorLine(
                indicator,
                unknown.value(),
                Optional.empty(),
                Optional.empty(),
                unknown.reason(),
                Optional.empty(),
                coversTo);
    }

    /**
     * The line with the place of the served region among its peers, where the value of each of them is published.
     *
     * @param peers the other regions
     */
    IndicatorLine ranked(IndicatorLine line, Collection<TerritoryUnit> peers) {
        if (population != Population.ALL) {
            return line;
        }
        return new IndicatorLine(
                line.indicator(),
                line.value(),
                line.previous(),
                line.plan(),
                line.reason(),
                line.value().flatMap(value -> rank(line.indicator(), value, peers)),
                line.coversTo(),
                line.behind(),
                line.behindBefore());
    }

    private Optional<Integer> rank(Indicator indicator, BigDecimal value, Collection<TerritoryUnit> peers) {
        Map<Integer, BigDecimal> published = now.given().peers(indicator);
        boolean all = peers.stream().allMatch(region -> published.containsKey(region.kato()));
        if (peers.isEmpty() || !all || indicator.ranking() == Indicator.Ranking.NONE) {
            return Optional.empty();
        }
        int better = indicator.ranking() == Indicator.Ranking.LARGEST_FIRST ? 1 : -1;
        long before = peers.stream()
                .filter(region -> published.get(region.kato()).compareTo(value) * better > 0)
                .count();
        return Optional.of((int) before + 1);
    }
}
