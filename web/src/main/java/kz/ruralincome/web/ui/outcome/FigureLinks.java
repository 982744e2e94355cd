package kz.ruralincome.web.ui.outcome;

import java.time.YearMonth;
import java.util.Optional;
import kz.ruralincome.domain.outcome.FigureCell;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Address;

/**
 * Leads from figures of a place to the people behind them.
 *
 * @param members where they are listed; empty: the reader may not see them
 * @param place what the place is called
 */
record FigureLinks(Optional<Address> members, String place, CurrentLanguage language) {

    /**
     * A figure with a link to its people.
     *
     * @param link null: nobody stands behind it, or the reader may not see them
     * @param label what the link opens, for those who hear it alone
     */
    public record Cell(String text, String link, String label) {}

    /** The same for a part of the place. */
    FigureLinks of(String part, String name) {
        return new FigureLinks(members.map(address -> address.with("part", part)), name, language);
    }

    /** The same for one month. */
    FigureLinks of(YearMonth month) {
        return new FigureLinks(
                members.map(address -> address.with("month", month)), place + ", " + MonthChart.name(month), language);
    }

    /** The same of the year before. */
    FigureLinks before() {
        return new FigureLinks(members.map(address -> address.with("previous", true)), place, language);
    }

    /** The same for ends of one reason, or of all but the law. */
    FigureLinks endedFor(String ending, String name) {
        return new FigureLinks(members.map(address -> address.with("ending", ending)), place + ", " + name, language);
    }

    /** @param isAny whether the figure is told and not 0 */
    Cell cell(Indicator indicator, String text, boolean isAny) {
        return new Cell(
                text,
                members.filter(address -> isAny && FigureCell.hasPeople(indicator))
                        .map(address ->
                                address.with("indicator", indicator.code()).toString())
                        .orElse(null),
                language.say(
                        "outcomeview.figure.open", place, language.say("outcome.indicator." + indicator.code()), text));
    }
}
