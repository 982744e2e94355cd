package kz.ruralincome.web.rest.outcome;

import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.web.json.Json;

/** The fields of an indicator's line, in the order in which JSON and CSV give them. */
public final class LineView {

    private static final List<String> FIELDS = List.of(
            "value", "previous", "change", "changePercent", "plan", "planPercent", "rank", "reason", "coversTo");

    private LineView() {}

    /** What a line is of. */
    public static JsonObjectBuilder begin(Indicator indicator) {
        return Json.createObjectBuilder()
                .add("code", indicator.code())
                .add("unit", indicator.unit().text())
                .add("kind", indicator.kind().name());
    }

    static List<String> headings(String... before) {
        List<String> headings = new ArrayList<>(List.of(before));
        headings.addAll(FIELDS);
        return headings;
    }

    static List<Object> row(IndicatorLine line, Object... before) {
        List<Object> row = new ArrayList<>(List.of(before));
        row.addAll(fields(line).values());
        return row;
    }

    public static JsonObjectBuilder add(JsonObjectBuilder json, IndicatorLine line) {
        fields(line).forEach((name, value) -> {
            if (value instanceof BigDecimal number) {
                json.add(name, number);
            } else if (value instanceof Integer number) {
                json.add(name, number);
            } else if (value == null) {
                json.addNull(name);
            } else {
                json.add(name, value.toString());
            }
        });
        return json;
    }

    private static Map<String, Object> fields(IndicatorLine line) {
        List<Object> values = new ArrayList<>();
        values.add(line.value().orElse(null));
        values.add(line.previous().orElse(null));
        values.add(line.change().orElse(null));
        values.add(line.changePercent().orElse(null));
        values.add(line.plan().orElse(null));
        values.add(line.planPercent().orElse(null));
        values.add(line.rank().orElse(null));
        values.add(line.reason().orElse(null));
        values.add(line.coversTo().orElse(null));
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            fields.put(FIELDS.get(i), values.get(i));
        }
        return fields;
    }
}
