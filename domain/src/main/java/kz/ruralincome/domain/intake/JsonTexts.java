package kz.ruralincome.domain.intake;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Texts by their names, as a JSON object in a column of the database. */
final class JsonTexts {

    private JsonTexts() {}

    /** By name in alphabetical order, so that equal texts are equal JSON. */
    static String write(Map<String, String> texts) {
        var json = Json.createObjectBuilder();
        new TreeMap<>(texts).forEach(json::add);
        return json.build().toString();
    }

    /** @param json null: nothing */
    static Map<String, String> read(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json != null) {
            try (var reader = Json.createReader(new StringReader(json))) {
                reader.readObject().forEach((name, value) -> texts.put(name, ((JsonString) value).getString()));
            }
        }
        return texts;
    }
}
