package kz.ruralincome.web.ui.claim;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Stream;
import kz.ruralincome.web.json.Json;

/** One row of the form in which a claim is handed in: a statement, as the fields are filled in. */
public class StatementRow {

    private String kind = "VALUE";
    private String indicator;
    private String territory;
    private String from;
    private String to;
    private String part;
    private String whole;
    private String printed;

    /** Whether nothing was filled in. */
    boolean isEmpty() {
        return Stream.of(from, to, part, whole, printed).allMatch(text -> text == null || text.isBlank());
    }

    /** The statement as the API takes it. */
    JsonObject toJson() {
        var json = Json.createObjectBuilder().add("kind", kind);
        if (kind.equals("SUM")) {
            var parts = Json.createArrayBuilder();
            Stream.of(part == null ? new String[0] : part.split("[;+]")).forEach(parts::add);
            json.add("parts", parts);
        } else if (kind.equals("PERCENT")) {
            add(json, "part", part);
            add(json, "whole", whole);
        } else {
            add(json, "indicator", indicator);
            add(json, "territory", territory);
            add(json, kind.equals("VALUE") ? "asOf" : "to", to);
            if (kind.equals("CHANGE")) {
                add(json, "from", from);
            }
        }
        add(json, "printed", printed);
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String member, String text) {
        json.add(member, text == null ? "" : text);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }

    public String getTerritory() {
        return territory;
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }

    public String getWhole() {
        return whole;
    }

    public void setWhole(String whole) {
        this.whole = whole;
    }

    public String getPrinted() {
        return printed;
    }

    public void setPrinted(String printed) {
        this.printed = printed;
    }
}
