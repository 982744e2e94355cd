package kz.ruralincome.web.ui.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/**
 * A line of figures as it is written on the page.
 *
 * @param note why one is missing
 * @param coversTo how far its lists are complete
 * @param open the value with a link to its people
 * @param openBefore the same of the value of the year before
 */
public record IndicatorRow(
        Indicator indicator,
        BigDecimal number,
        String value,
        String previous,
        String change,
        String changePercent,
        String plan,
        String planPercent,
        String rank,
        String note,
        LocalDate coversTo,
        FigureLinks.Cell open,
        FigureLinks.Cell openBefore) {

    static IndicatorRow of(
            IndicatorLine line, Formats format, CurrentLanguage language, ReasonWords reasons, FigureLinks links) {
        boolean percent = line.indicator().unit() == Indicator.Unit.PERCENT;
        String value = amount(line.value(), line.indicator(), format);
        String previous = amount(line.previous(), line.indicator(), format);
        return new IndicatorRow(
                line.indicator(),
                line.value().orElse(null),
                value,
                previous,
                format.change(line.change().orElse(null)),
                percent ? "–" : format.changePercent(line.changePercent().orElse(null)),
                amount(line.plan(), line.indicator(), format),
                format.percent(line.planPercent().orElse(null)),
                line.rank().map(place -> language.say("outcome.rank", place)).orElse(null),
                line.reason().map(reasons::of).orElse(null),
                line.coversTo().orElse(null),
                links.cell(line.indicator(), value, isAny(line.value())),
                links.before().cell(line.indicator(), previous, isAny(line.previous())));
    }

    private static boolean isAny(Optional<BigDecimal> value) {
        return value.filter(number -> number.signum() != 0).isPresent();
    }

    private static String amount(Optional<BigDecimal> value, Indicator indicator, Formats format) {
        boolean money = indicator.unit() == Indicator.Unit.TENGE || indicator.unit() == Indicator.Unit.TENGE_A_MONTH;
        return money ? format.money(value.orElse(null)) : format.number(value.orElse(null));
    }
}
