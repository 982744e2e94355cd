package kz.ruralincome.domain.claim;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Sum;
import kz.ruralincome.domain.claim.Statement.Value;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** Claims as JSON: how they are handed in, kept, and repeated in answers. */
public final class ClaimJson {

    private static final int LONGEST_SOURCE = 500;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_STATEMENTS = 100;
    private static final int FEWEST_PARTS = 2;
    private static final int MOST_PARTS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final List<FieldError> errors = new ArrayList<>();

    private ClaimJson() {}

    /**
     * Reads a claim.
     *
     * @throws InvalidRequest with every reason at once
     */
    public static Claim read(JsonObject json) {
        var reading = new ClaimJson();
        String source = reading.text(json, "source", "", LONGEST_SOURCE);
        LocalDate publishedOn = reading.date(json, "publishedOn", "");
        String text = reading.text(json, "text", "", LONGEST_TEXT);
        List<Statement> statements = reading.statements(json);
        if (!reading.errors.isEmpty()) {
            throw new InvalidRequest(reading.errors);
        }
        return new Claim(source, publishedOn, text, statements);
    }

    /**
     * Reads the statements of a sentence: a member {@code statements}, as a claim has it.
     *
     * @throws InvalidRequest with every reason at once
     */
    public static List<Statement> readStatements(JsonObject json) {
        var reading = new ClaimJson();
        List<Statement> statements = reading.statements(json);
        if (!reading.errors.isEmpty()) {
            throw new InvalidRequest(reading.errors);
        }
        return statements;
    }

    private List<Statement> statements(JsonObject json) {
        JsonValue value = json.getOrDefault("statements", JsonValue.NULL);
        if (value.getValueType() != JsonValue.ValueType.ARRAY
                || value.asJsonArray().isEmpty()) {
            refuse("statements", "claim.required");
            return List.of();
        }
        if (value.asJsonArray().size() > MOST_STATEMENTS) {
            refuse("statements", "claim.too-many", MOST_STATEMENTS);
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < value.asJsonArray().size(); i++) {
            JsonValue item = value.asJsonArray().get(i);
            String at = "statements[%d].".formatted(i);
            if (item.getValueType() == JsonValue.ValueType.OBJECT) {
                statement(item.asJsonObject(), at).ifPresent(statements::add);
            } else {
                refuse("statements[%d]".formatted(i), "claim.kind");
            }
        }
        return statements;
    }

    private Optional<Statement> statement(JsonObject json, String at) {
        String kind = string(json, "kind").orElse("");
        return switch (kind) {
            case "VALUE" ->
                Optional.of(new Value(
                        indicator(json, at),
                        date(json, "asOf", at),
                        string(json, "territory"),
                        number(json, "printed", at)));
            case "CHANGE" -> {
                LocalDate from = date(json, "from", at);
                LocalDate to = date(json, "to", at);
                if (from.isAfter(EARLIEST) && !from.isBefore(to)) {
                    refuse(at + "to", "claim.dates.order");
                }
                yield Optional.of(new Change(
                        indicator(json, at), from, to, string(json, "territory"), number(json, "printed", at)));
            }
            case "PERCENT" ->
                Optional.of(new Percent(
                        number(json, "part", at),
                        string(json, "whole").map(given -> number(json, "whole", at)),
                        number(json, "printed", at)));
            case "SUM" -> Optional.of(new Sum(parts(json, at), number(json, "printed", at)));
            default -> {
                refuse(at + "kind", "claim.kind");
                yield Optional.empty();
            }
        };
    }

    private String indicator(JsonObject json, String at) {
        String code = string(json, "indicator").orElse("");
        if (Indicator.of(code).isEmpty()) {
            refuse(at + "indicator", "claim.indicator", code);
        }
        return code;
    }

    private List<String> parts(JsonObject json, String at) {
        JsonValue value = json.getOrDefault("parts", JsonValue.NULL);
        if (value.getValueType() != JsonValue.ValueType.ARRAY
                || value.asJsonArray().size() < FEWEST_PARTS) {
            refuse(at + "parts", "claim.parts");
            return List.of();
        }
        if (value.asJsonArray().size() > MOST_PARTS) {
            refuse(at + "parts", "claim.parts.too-many", MOST_PARTS);
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < value.asJsonArray().size(); i++) {
            parts.add(number(value.asJsonArray().get(i), at + "parts[%d]".formatted(i)));
        }
        return parts;
    }

    private String number(JsonObject json, String member, String at) {
        return number(json.get(member), at + member);
    }

    private String number(JsonValue value, String field) {
        String text = string(value).orElse("");
        if (text.isEmpty()) {
            refuse(field, "claim.required");
        } else if (PublishedNumber.of(text).isEmpty()) {
            refuse(field, "claim.number", text);
        }
        return text;
    }

    private LocalDate date(JsonObject json, String member, String at) {
        Optional<String> text = string(json, member);
        if (text.isEmpty()) {
            refuse(at + member, "claim.required");
            return EARLIEST;
        }
        try {
            LocalDate date = LocalDate.parse(text.get());
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeParseException noDate) {
            // refused below, as a date out of range is
        }
        refuse(at + member, "claim.date", text.get());
        return EARLIEST;
    }

    private String text(JsonObject json, String member, String at, int longest) {
        String text = string(json, member).orElse("");
        if (text.isEmpty()) {
            refuse(at + member, "claim.required");
        } else if (text.length() > longest) {
            refuse(at + member, "claim.too-long", longest);
        }
        return text;
    }

    /** A text, or a number as it was written. */
    private static Optional<String> string(JsonObject json, String member) {
        return string(json.get(member));
    }

    private static Optional<String> string(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.getString().strip()).filter(text -> !text.isEmpty());
        }
        return value instanceof JsonNumber number
                ? Optional.of(number.bigDecimalValue().toPlainString())
                : Optional.empty();
    }

    private void refuse(String field, String code, Object... arguments) {
        errors.add(new FieldError(field, code, List.of(arguments)));
    }

    /** The claim as it was handed in. */
    public static JsonObjectBuilder write(Claim claim) {
        return Json.createObjectBuilder()
                .add("source", claim.source())
                .add("publishedOn", claim.publishedOn().toString())
                .add("text", claim.text())
                .add("statements", write(claim.statements()));
    }

    /** The statements as they were handed in. */
    public static JsonArrayBuilder write(List<Statement> statements) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        statements.forEach(statement -> json.add(write(statement)));
        return json;
    }

    /** A statement as it was handed in. */
    public static JsonObjectBuilder write(Statement statement) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (statement instanceof Value value) {
            json.add("kind", "VALUE")
                    .add("indicator", value.indicator())
                    .add("asOf", value.asOf().toString());
            value.territory().ifPresent(territory -> json.add("territory", territory));
        } else if (statement instanceof Change change) {
            json.add("kind", "CHANGE")
                    .add("indicator", change.indicator())
                    .add("from", change.from().toString())
                    .add("to", change.to().toString());
            change.territory().ifPresent(territory -> json.add("territory", territory));
        } else if (statement instanceof Percent percent) {
            json.add("kind", "PERCENT").add("part", percent.part());
            percent.whole().ifPresent(whole -> json.add("whole", whole));
        } else if (statement instanceof Sum sum) {
            json.add("kind", "SUM").add("parts", Json.createArrayBuilder(sum.parts()));
        }
        return json.add("printed", statement.printed());
    }

    /** A statement with what the program makes of it. */
    public static JsonObjectBuilder write(CheckedStatement checked) {
        JsonObjectBuilder json =
                write(checked.statement()).add("verdict", checked.verdict().name());
        checked.ours().ifPresentOrElse(ours -> json.add("ours", ours), () -> json.addNull("ours"));
        if (checked.statement() instanceof Percent) {
            JsonArrayBuilder bases = Json.createArrayBuilder();
            checked.bases().forEach(bases::add);
            json.add("bases", bases);
        }
        checked.rest().ifPresent(rest -> json.add("rest", rest));
        return json;
    }

    /** What {@link #write(CheckedStatement)} has written of the statement. */
    public static CheckedStatement readChecked(Statement statement, JsonObject json) {
        List<BigDecimal> bases = json.containsKey("bases")
                ? json.getJsonArray("bases").getValuesAs(JsonNumber.class).stream()
                        .map(JsonNumber::bigDecimalValue)
                        .toList()
                : List.of();
        return new CheckedStatement(
                statement,
                Verdict.valueOf(json.getString("verdict")),
                json.isNull("ours")
                        ? Optional.empty()
                        : Optional.of(json.getJsonNumber("ours").bigDecimalValue()),
                bases);
    }
}
