package kz.ruralincome.web.ui.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/** A line of figures as it is written on the page; {@code note} says why one is missing, {@code coversTo} how far its lists are complete. */
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
        LocalDate coversTo) {

    static IndicatorRow of(IndicatorLine line, Formats format, CurrentLanguage language, ReasonWords reasons) {
        boolean percent = line.indicator().unit() == Indicator.Unit.PERCENT;
        return new IndicatorRow(
                line.indicator(),
                line.value().orElse(null),
                amount(line.value(), line.indicator(), format),
                amount(line.previous(), line.indicator(), format),
                format.change(line.change().orElse(null)),
                percent ? "–" : format.changePercent(line.changePercent().orElse(null)),
                amount(line.plan(), line.indicator(), format),
                format.percent(line.planPercent().orElse(null)),
                line.rank().map(place -> language.say("outcome.rank", place)).orElse(null),
                line.reason().map(reasons::of).orElse(null),
                line.coversTo().orElse(null));
    }

    private static String amount(Optional<BigDecimal> value, Indicator indicator, Formats format) {
        boolean money = indicator.unit() == Indicator.Unit.TENGE || indicator.unit() == Indicator.Unit.TENGE_A_MONTH;
        return money ? format.money(value.orElse(null)) : format.number(value.orElse(null));
    }
}
