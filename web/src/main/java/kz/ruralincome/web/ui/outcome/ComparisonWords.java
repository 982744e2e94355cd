package kz.ruralincome.web.ui.outcome;

import java.time.LocalDate;
import kz.ruralincome.domain.outcome.ComparisonFigure;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/** What a compared figure is called: what became of people reads alike, whatever they began with. */
final class ComparisonWords {

    private ComparisonWords() {}

    static String name(
            ComparisonFigure figure, LocalDate first, LocalDate second, Formats format, CurrentLanguage language) {
        return language.say("outcomeview.figure." + key(figure), format.date(first), format.date(second));
    }

    private static String key(ComparisonFigure figure) {
        String name = figure.name();
        if (name.endsWith("_BEFORE")) {
            return name;
        }
        for (String origin : new String[] {"ASSISTED_", "SELF_EMPLOYED_", "UNEMPLOYED_"}) {
            if (name.startsWith(origin)) {
                return name.substring(origin.length()).replace("STILL", "TO_ASSISTANCE");
            }
        }
        return name;
    }
}
