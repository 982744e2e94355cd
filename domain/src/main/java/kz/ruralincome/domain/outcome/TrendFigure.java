package kz.ruralincome.domain.outcome;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.outcome.Indicator.Kind;
import kz.ruralincome.domain.outcome.Indicator.Unit;

/**
 * Of what a trend is: an indicator, or the number of people in a state.
 *
 * @param code an indicator's code, or a state's name
 */
public record TrendFigure(String code, Optional<Indicator> indicator, Optional<State> state) {

    /** All figures, indicators first, each in its order. */
    public static List<TrendFigure> all() {
        return Stream.concat(
                        Arrays.stream(Indicator.values()).map(TrendFigure::of),
                        Arrays.stream(State.values())
                                .filter(state -> Quantity.of(state).isPresent())
                                .map(TrendFigure::of))
                .toList();
    }

    public static Optional<TrendFigure> of(String code) {
        return all().stream().filter(figure -> figure.code.equals(code)).findFirst();
    }

    static TrendFigure of(Indicator indicator) {
        return new TrendFigure(indicator.code(), Optional.of(indicator), Optional.empty());
    }

    static TrendFigure of(State state) {
        return new TrendFigure(state.name(), Optional.empty(), Optional.of(state));
    }

    public Unit unit() {
        return indicator.map(Indicator::unit).orElse(Unit.PERSON);
    }

    /** Whether small groups of it are withheld. */
    boolean isProtected() {
        return indicator.map(Indicator::isProtected).orElse(true);
    }

    public Kind kind() {
        return indicator.map(Indicator::kind).orElse(Kind.STOCK);
    }

    /** The lists of records that the figure comes from. */
    List<String> restsOn() {
        return indicator.orElse(Indicator.UNEMPLOYED).restsOn();
    }

    /** The lists without a row of which it is not known how many are in the state, as {@link Indicator#needs}. */
    private static List<String> needs(State state) {
        return switch (state) {
            case ASP -> Indicator.ASP_PERSONS_ON_DAY.needs();
            case ENTREPRENEUR, SUSPENDED_ENTREPRENEUR -> Indicator.ENTREPRENEURS.needs();
            case ENTREPRENEUR_ON_ASP -> Indicator.MOVED_ASP_TO_ENTREPRENEUR.needs();
            default -> Indicator.UNEMPLOYED.needs();
        };
    }

    /** How many stand behind the figure, if it counts others or nobody. */
    Optional<Long> behind(Ledger ledger, Place place) {
        return indicator.flatMap(figure -> ledger.behind(figure, place));
    }

    /** The figure of a place by the ledgers, of which the year before is not asked. */
    Figure of(Ledgers ledgers, Place place) {
        if (state.isPresent()) {
            return ledgers.count(Quantity.of(state.get()).orElseThrow(), needs(state.get()), place);
        }
        var line = ledgers.line(indicator.orElseThrow(), place, Optional.empty());
        return new Figure(line.value(), line.reason());
    }
}
