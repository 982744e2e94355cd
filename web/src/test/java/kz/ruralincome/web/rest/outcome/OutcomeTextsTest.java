package kz.ruralincome.web.rest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTextsTest {

    @ParameterizedTest
    @EnumSource
    void nameEveryIndicatorUnitPopulationAndReason(Language language) {
        Stream<String> keys = Stream.of(
                        Stream.of(Indicator.values()).map(indicator -> "indicator." + indicator.code()),
                        Stream.of(Indicator.Unit.values()).map(unit -> "unit." + unit.name()),
                        Stream.of(Indicator.Kind.values()).map(kind -> "kind." + kind.name()),
                        Stream.of(Population.values()).map(population -> "population." + population.name()),
                        Stream.of(
                                        Reason.NO_DATA,
                                        Reason.PARAMETER_MISSING,
                                        Reason.NOT_FOR_POPULATION,
                                        Reason.SMALL_CELL,
                                        Reason.HOUSEHOLDS_WITH_INCOMES)
                                .map(reason -> "reason." + reason))
                .flatMap(texts -> texts);

        assertThat(keys.map(key -> "outcome." + key)).allMatch(key -> Texts.has(language, key));
    }
}
