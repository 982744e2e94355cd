package kz.ruralincome.web.rest.outcome;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.credit.Ratio;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.outcome.LoanComparison;
import kz.ruralincome.domain.outcome.LoanFigures;
import kz.ruralincome.domain.outcome.LoanMeasure;
import kz.ruralincome.domain.outcome.LoanRow;
import kz.ruralincome.domain.outcome.LoanShare;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.LoanRowText;

/** The figures of loans as JSON, and as CSV with a line a figure. */
final class LoanRowView {

    static final List<String> HEADINGS =
            List.of("group", "key", "name", "figure", "value", "numerator", "denominator", "reason");

    private static final Map<String, LoanMeasure> REGISTERED = Map.of(
            "earlier", LoanMeasure.REGISTERED_EARLIER,
            "within90Days", LoanMeasure.REGISTERED_WITHIN_90_DAYS,
            "sinceApproval", LoanMeasure.REGISTERED_SINCE_APPROVAL,
            "not", LoanMeasure.NOT_REGISTERED);

    private LoanRowView() {}

    static JsonObjectBuilder json(LoanRow row, CurrentLanguage language) {
        var figures = row.figures();
        var json = Json.createObjectBuilder().add("group", row.group().name());
        add(json, "key", row.key().orElse(null));
        json.add("name", LoanRowText.of(row, language));
        add(json, "loans", figures.of(LoanMeasure.LOANS));
        add(json, "disbursed", figures.of(LoanMeasure.DISBURSED));
        add(json, "outstanding", figures.of(LoanMeasure.OUTSTANDING));
        add(json, "borrowers", figures.of(LoanMeasure.BORROWERS));
        add(json, "reason", figures.reason(LoanMeasure.LOANS).orElse(null));
        json.add("shares", shares(figures, LoanShare.ALL));
        JsonArrayBuilder states = Json.createArrayBuilder();
        for (State state : State.values()) {
            var line = Json.createObjectBuilder().add("state", state.name());
            add(line, "onApproval", figures.of(LoanMeasure.onApproval(state)));
            add(line, "onDay", figures.of(LoanMeasure.onDay(state)));
            add(
                    line,
                    "reason",
                    figures.reason(LoanMeasure.onApproval(state))
                            .or(() -> figures.reason(LoanMeasure.onDay(state)))
                            .orElse(null));
            states.add(line);
        }
        json.add("states", states);
        var registered = Json.createObjectBuilder();
        REGISTERED.forEach((name, measure) -> add(registered, name, figures.of(measure)));
        add(
                registered,
                "reason",
                REGISTERED.values().stream()
                        .flatMap(measure -> figures.reason(measure).stream())
                        .findFirst()
                        .orElse(null));
        return json.add("registered", registered);
    }

    static JsonObjectBuilder json(LoanComparison comparison, CurrentLanguage language) {
        return Json.createObjectBuilder()
                .add("landmarkMonths", LoanComparison.LANDMARK_MONTHS)
                .add("borrowers", followed(comparison.borrowers()))
                .add("others", followed(comparison.others()))
                .add("note", language.say("loanoutcome.comparison.note"));
    }

    private static JsonObjectBuilder followed(LoanFigures figures) {
        var json = Json.createObjectBuilder();
        add(json, "persons", figures.of(LoanMeasure.BORROWERS));
        add(json, "reason", figures.reason(LoanMeasure.BORROWERS).orElse(null));
        return json.add("shares", shares(figures, LoanShare.OF_SURVIVAL));
    }

    private static JsonArrayBuilder shares(LoanFigures figures, List<LoanShare> shares) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (LoanShare share : shares) {
            Optional<Ratio> ratio = figures.of(share);
            var json = Json.createObjectBuilder().add("code", share.code());
            add(json, "numerator", ratio.map(Ratio::numerator));
            add(json, "denominator", ratio.map(Ratio::denominator));
            add(json, "percent", ratio.flatMap(Ratio::percent));
            add(json, "reason", figures.reason(share).orElse(null));
            array.add(json);
        }
        return array;
    }

    static void add(CsvText csv, LoanRow row, CurrentLanguage language) {
        String name = LoanRowText.of(row, language);
        for (LoanMeasure measure : LoanMeasure.ALL) {
            line(csv, row.group().name(), row.key().orElse(null), name, row.figures(), measure);
        }
        for (LoanShare share : LoanShare.ALL) {
            line(csv, row.group().name(), row.key().orElse(null), name, row.figures(), share);
        }
    }

    static void add(CsvText csv, LoanComparison comparison) {
        add(csv, "BORROWERS", comparison.borrowers());
        add(csv, "OTHERS", comparison.others());
    }

    private static void add(CsvText csv, String key, LoanFigures figures) {
        line(csv, "COMPARISON", key, null, figures, LoanMeasure.BORROWERS);
        LoanShare.OF_SURVIVAL.forEach(share -> line(csv, "COMPARISON", key, null, figures, share));
    }

    private static void line(
            CsvText csv, String group, String key, String name, LoanFigures figures, LoanMeasure measure) {
        csv.row(Arrays.asList(
                group,
                key,
                name,
                measure.code(),
                figures.of(measure).orElse(null),
                null,
                null,
                figures.reason(measure).orElse(null)));
    }

    private static void line(CsvText csv, String group, String key, String name, LoanFigures figures, LoanShare share) {
        Optional<Ratio> ratio = figures.of(share);
        csv.row(Arrays.asList(
                group,
                key,
                name,
                share.code() + ".percent",
                ratio.flatMap(Ratio::percent).orElse(null),
                ratio.map(Ratio::numerator).orElse(null),
                ratio.map(Ratio::denominator).orElse(null),
                figures.reason(share).orElse(null)));
    }

    private static void add(JsonObjectBuilder json, String name, Optional<BigDecimal> value) {
        value.ifPresentOrElse(number -> json.add(name, number), () -> json.addNull(name));
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value == null) {
            json.addNull(name);
        } else {
            json.add(name, value);
        }
    }
}
