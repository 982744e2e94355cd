package kz.ruralincome.web.ui.claim;

import jakarta.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Territories.Choice;

/** The rows of a form in which statements are filled in: {@code WEB-INF/parts/statement-rows.xhtml}. */
public class StatementForm {

    private static final int ROWS = 5;
    private static final Pattern OF_ROW = Pattern.compile("statements\\[(\\d+)].*");

    private final List<StatementRow> rows =
            Stream.generate(StatementRow::new).limit(ROWS).toList();
    private final List<Choice> places;

    /** @param places that a statement can be of; empty: it names none */
    public StatementForm(List<Choice> places) {
        this.places = List.copyOf(places);
    }

    /** The rows that were filled in, as the API takes them. */
    public JsonArray toJson() {
        var statements = Json.createArrayBuilder();
        filled().forEach(row -> statements.add(rows.get(row).toJson()));
        return statements.build();
    }

    private IntStream filled() {
        return IntStream.range(0, rows.size()).filter(row -> !rows.get(row).isEmpty());
    }

    /** The reason with the row of the form that it is about; empty: it is about none. */
    public Optional<String> sentence(FieldError error, CurrentLanguage language) {
        Matcher row = OF_ROW.matcher(error.field());
        if (!row.matches()) {
            return Optional.empty();
        }
        int number = filled().skip(Long.parseLong(row.group(1))).findFirst().orElseThrow() + 1;
        return Optional.of(language.say("claim.form.wrong-row", number, language.say(error.code(), error.arguments())));
    }

    public List<StatementRow> getRows() {
        return rows;
    }

    public List<Choice> getPlaces() {
        return places;
    }

    public List<String> getKinds() {
        return List.of("VALUE", "CHANGE", "PERCENT", "SUM");
    }

    public Indicator[] getIndicators() {
        return Indicator.values();
    }
}
