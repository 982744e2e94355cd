package kz.ruralincome.domain.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that was counted for one window, one population and one moment, unit by unit; so every territory, and every
 * district of it, is answered from it without another look at the register. It never changes.
 *
 * @param counts per quantity and unit; units without a count are left out
 * @param nowhere per quantity what is counted where is not known
 * @param missing lists that had no row at the moment
 * @param agesKnown whether the pension ages of the as-of date were known
 */
public record Ledger(
        Map<Quantity, Map<Integer, BigDecimal>> counts,
        Map<Quantity, BigDecimal> nowhere,
        Set<String> missing,
        boolean agesKnown,
        TerritoryFigures given) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The figure of a place, or why there is none. */
    Figure figure(Indicator indicator, Place place) {
        if (indicator.isGivenForTerritories()) {
            return given(indicator, place);
        }
        if (indicator.needs().stream().anyMatch(missing::contains)) {
            return Figure.unknown(Reason.NO_DATA);
        }
        return switch (indicator) {
            case ASP_IN_EMPLOYMENT_MEASURES ->
                agesKnown ? counted(indicator, place) : Figure.unknown(Reason.PARAMETER_MISSING);
            case INCOME_PER_CAPITA -> incomePerCapita(place);
            case CREDIT_PAR30 -> portfolioAtRisk(place);
            default -> counted(indicator, place);
        };
    }

    /** How many borrowers stand behind a figure of loans, or households behind one of incomes; empty for other figures. */
    Optional<Long> behind(Indicator indicator, Place place) {
        return countedBehind(indicator).map(quantity -> sum(quantity, place).longValueExact());
    }

    /** Who is counted behind a figure of others than those it tells of. */
    static Optional<Quantity> countedBehind(Indicator indicator) {
        return Optional.ofNullable(
                switch (indicator) {
                    case CREDIT_LOANS -> Quantity.CREDIT_BORROWERS;
                    case CREDIT_DISBURSED -> Quantity.CREDIT_RECIPIENTS;
                    case CREDIT_PAR30 -> Quantity.CREDIT_DEBTORS;
                    case INCOME_PER_CAPITA -> Quantity.INCOME_HOUSEHOLDS_KNOWN;
                    default -> null;
                });
    }

    private Figure counted(Indicator indicator, Place place) {
        return Figure.of(sum(Quantity.valueOf(indicator.name()), place));
    }

    private Figure incomePerCapita(Place place) {
        BigDecimal known = sum(Quantity.INCOME_HOUSEHOLDS_KNOWN, place);
        if (known.signum() == 0) {
            return Figure.unknown(Reason.NO_DATA);
        }
        BigDecimal mean = sum(Quantity.INCOME_PER_CAPITA_SUM, place).divide(known, 2, HALF_UP);
        return known.compareTo(sum(Quantity.INCOME_HOUSEHOLDS, place)) == 0
                ? Figure.of(mean)
                : new Figure(Optional.of(mean), Optional.of(Reason.householdsWithIncomes(known.longValueExact())));
    }

    /** Where nothing is outstanding there is nothing of which it could be a part. */
    private Figure portfolioAtRisk(Place place) {
        BigDecimal outstanding = sum(Quantity.CREDIT_OUTSTANDING, place);
        return outstanding.signum() == 0
                ? Figure.unknown(Reason.NO_DATA)
                : Figure.of(sum(Quantity.CREDIT_OUTSTANDING_AT_RISK, place)
                        .multiply(HUNDRED)
                        .divide(outstanding, 1, HALF_UP));
    }

    private Figure given(Indicator indicator, Place place) {
        if (indicator == Indicator.ASP_ALLOCATED) {
            return Figure.orNoData(given.plan(indicator, place));
        }
        if (indicator != Indicator.REHABILITATION_PERCENT) {
            return Figure.orNoData(given.rehabilitation(indicator, place));
        }
        var registered = given.rehabilitation(Indicator.REHABILITATION_REGISTERED, place);
        var satisfied = given.rehabilitation(Indicator.REHABILITATION_SATISFIED, place);
        return Figure.orNoData(registered
                .filter(requests -> requests.signum() > 0)
                .flatMap(
                        requests -> satisfied.map(some -> some.multiply(HUNDRED).divide(requests, 1, HALF_UP))));
    }

    /** What is counted in the units of the place. */
    BigDecimal sum(Quantity quantity, Place place) {
        Map<Integer, BigDecimal> byUnit = counts.getOrDefault(quantity, Map.of());
        BigDecimal sum = place.countsNowhere() ? nowhere.getOrDefault(quantity, BigDecimal.ZERO) : BigDecimal.ZERO;
        if (place.countsEverywhere()) {
            return sum.add(total(byUnit.values()));
        }
        return byUnit.entrySet().stream()
                .filter(entry -> place.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(sum, BigDecimal::add);
    }

    private static BigDecimal total(Collection<BigDecimal> counts) {
        return counts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
