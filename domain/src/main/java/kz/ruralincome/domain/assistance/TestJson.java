package kz.ruralincome.domain.assistance;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.assistance.TestInput.Ground;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.assistance.TestResult.Kind;
import kz.ruralincome.domain.assistance.TestResult.Outcome;

/** A test with all that it rested on, as it is kept with a decision: read again, it says exactly the same. */
final class TestJson {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private TestJson() {}

    static String write(TestInput input, TestResult result) {
        return Json.createObjectBuilder()
                .add("input", input(input))
                .add("result", result(result))
                .build()
                .toString();
    }

    private static JsonObjectBuilder input(TestInput input) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("appliedOn", input.appliedOn().toString());
        input.region().ifPresent(region -> json.add("region", region));
        return json.add("members", array(input.members(), (array, member) -> array.add(member(member))))
                .add("unable", input.circumstances().unable())
                .add("onlyCarer", input.circumstances().onlyCarer())
                .add(
                        "grounds",
                        array(
                                input.grounds(),
                                (array, ground) -> array.add(Json.createObjectBuilder()
                                        .add("kind", ground.kind().name())
                                        .add("on", ground.on().toString()))));
    }

    private static JsonObjectBuilder member(Member member) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("relation", member.relation());
        member.born().ifPresent(day -> json.add("born", day.toString()));
        member.sex().ifPresent(sex -> json.add("sex", sex));
        JsonObjectBuilder incomes = Json.createObjectBuilder();
        new TreeMap<>(member.incomes()).forEach(incomes::add);
        return json.add("incomes", incomes);
    }

    private static JsonObjectBuilder result(TestResult result) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("outcome", result.outcome().name())
                .add("law", result.law().name())
                .add("members", result.members());
        result.perCapita().ifPresent(amount -> json.add("perCapita", amount));
        result.line().ifPresent(amount -> json.add("line", amount));
        result.room().ifPresent(amount -> json.add("room", amount));
        result.amount().ifPresent(amount -> json.add("amount", amount));
        result.supplement().ifPresent(amount -> json.add("supplement", amount));
        result.kind().ifPresent(kind -> json.add("kind", kind.name()));
        result.ground().ifPresent(ground -> json.add("ground", ground.name()));
        result.blockedUntil().ifPresent(day -> json.add("blockedUntil", day.toString()));
        return json.add(
                        "missing",
                        array(
                                result.missing(),
                                (array, missing) -> array.add(Json.createObjectBuilder()
                                        .add("code", missing.code())
                                        .add("arguments", values(missing.arguments())))))
                .add("lines", array(result.lines(), (array, line) -> array.add(line(line))));
    }

    private static JsonObjectBuilder line(TestLine line) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("step", line.step()).add("arguments", values(line.arguments()));
        line.result().ifPresent(amount -> json.add("result", amount));
        return json.add("parameters", array(line.parameters(), (array, row) -> array.add(row(row))))
                .add("rule", line.rule().name());
    }

    private static JsonObjectBuilder row(ParameterRow row) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", row.name());
        row.unit().ifPresent(unit -> json.add("unit", unit));
        json.add("from", row.from().toString()).add("value", row.value());
        row.document().ifPresent(document -> json.add("document", document));
        return json;
    }

    private static JsonArrayBuilder values(List<Object> values) {
        return array(values, (array, value) -> {
            if (value instanceof BigDecimal number) {
                array.add(number);
            } else {
                array.add(value.toString());
            }
        });
    }

    private static <T> JsonArrayBuilder array(List<T> items, BiConsumer<JsonArrayBuilder, T> add) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        items.forEach(item -> add.accept(array, item));
        return array;
    }

    /** What was kept. */
    record Kept(TestInput input, TestResult result) {}

    static Kept read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new Kept(readInput(json.getJsonObject("input")), readResult(json.getJsonObject("result")));
        }
    }

    private static TestInput readInput(JsonObject json) {
        return new TestInput(
                LocalDate.parse(json.getString("appliedOn")),
                whole(json, "region"),
                list(json, "members", TestJson::readMember),
                new Circumstances(json.getInt("unable"), json.getBoolean("onlyCarer")),
                list(
                        json,
                        "grounds",
                        ground -> new Ground(
                                RefusalGround.valueOf(ground.getString("kind")),
                                LocalDate.parse(ground.getString("on")))));
    }

    private static Member readMember(JsonObject json) {
        Map<String, BigDecimal> incomes = new TreeMap<>();
        json.getJsonObject("incomes")
                .forEach((kind, amount) -> incomes.put(kind, ((JsonNumber) amount).bigDecimalValue()));
        return new Member(
                json.getString("relation"), text(json, "born").map(LocalDate::parse), text(json, "sex"), incomes);
    }

    private static TestResult readResult(JsonObject json) {
        return new TestResult(
                Outcome.valueOf(json.getString("outcome")),
                Law.valueOf(json.getString("law")),
                json.getInt("members"),
                number(json, "perCapita"),
                number(json, "line"),
                number(json, "room"),
                number(json, "amount"),
                number(json, "supplement"),
                text(json, "kind").map(Kind::valueOf),
                text(json, "ground").map(RefusalGround::valueOf),
                text(json, "blockedUntil").map(LocalDate::parse),
                list(json, "missing", missing -> new Missing(missing.getString("code"), readValues(missing))),
                list(json, "lines", TestJson::readLine));
    }

    private static TestLine readLine(JsonObject json) {
        return new TestLine(
                json.getString("step"),
                readValues(json),
                number(json, "result"),
                list(json, "parameters", TestJson::readRow),
                TestRule.valueOf(json.getString("rule")));
    }

    private static ParameterRow readRow(JsonObject json) {
        return new ParameterRow(
                json.getString("name"),
                whole(json, "unit"),
                LocalDate.parse(json.getString("from")),
                json.getJsonNumber("value").bigDecimalValue(),
                text(json, "document"));
    }

    private static List<Object> readValues(JsonObject json) {
        return json.getJsonArray("arguments").stream().map(TestJson::readValue).toList();
    }

    private static Object readValue(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        String text = ((JsonString) value).getString();
        return DAY.matcher(text).matches() ? LocalDate.parse(text) : text;
    }

    private static <T> List<T> list(JsonObject json, String member, Function<JsonObject, T> reader) {
        return json.getJsonArray(member).getValuesAs(JsonObject.class).stream()
                .map(reader)
                .toList();
    }

    private static Optional<String> text(JsonObject json, String member) {
        return Optional.ofNullable(json.getString(member, null));
    }

    private static Optional<Integer> whole(JsonObject json, String member) {
        return json.containsKey(member) ? Optional.of(json.getInt(member)) : Optional.empty();
    }

    private static Optional<BigDecimal> number(JsonObject json, String member) {
        return Optional.ofNullable(json.getJsonNumber(member)).map(JsonNumber::bigDecimalValue);
    }
}
