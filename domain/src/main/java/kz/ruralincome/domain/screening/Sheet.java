package kz.ruralincome.domain.screening;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The answers of a household as they were typed, by the names of {@link Question}; what is empty is left out.
 *
 * @param household what was asked of the household as a whole
 * @param members what was asked of each member, in the order in which they were named
 */
public record Sheet(Map<String, String> household, List<Map<String, String>> members) {

    /** More members than any household has: a draft must not grow without end. */
    public static final int MOST_MEMBERS = 30;

    private static final int LONGEST = 500;

    public Sheet {
        household = cleaned(household, Question::isOfHousehold);
        members = members.stream()
                .limit(MOST_MEMBERS)
                .map(member -> cleaned(member, Question::isOfMember))
                .toList();
    }

    private static Map<String, String> cleaned(Map<String, String> answers, Predicate<String> asked) {
        Map<String, String> cleaned = new TreeMap<>();
        answers.forEach((name, text) -> {
            if (asked.test(name) && text != null && !text.isBlank()) {
                String said = text.strip();
                cleaned.put(name, said.length() > LONGEST ? said.substring(0, LONGEST) : said);
            }
        });
        return Map.copyOf(cleaned);
    }

    /** An answer by its place, as {@code day} or {@code member.0.iin}; empty text when there is none. */
    public String at(String place) {
        if (!place.startsWith("member.")) {
            return household.getOrDefault(place, "");
        }
        String[] parts = place.split("\\.", 3);
        int member = Integer.parseInt(parts[1]);
        return parts.length < 3 || member >= members.size()
                ? ""
                : members.get(member).getOrDefault(parts[2], "");
    }

    /** All places that are answered in one of the two, and differently. */
    Set<String> differencesTo(Sheet other) {
        Set<String> places = new LinkedHashSet<>();
        places.addAll(places());
        places.addAll(other.places());
        places.removeIf(place -> at(place).equals(other.at(place)));
        return places;
    }

    Set<String> places() {
        Set<String> places = new LinkedHashSet<>(household.keySet());
        for (int member = 0; member < members.size(); member++) {
            for (String name : members.get(member).keySet()) {
                places.add(place(member, name));
            }
        }
        return places;
    }

    /** Where the answer of a member stands. */
    public static String place(int member, String question) {
        return "member." + member + "." + question;
    }

    /** The same with one more member, of whom nothing is known yet. */
    public Sheet withMember() {
        List<Map<String, String>> more = new ArrayList<>(members);
        more.add(Map.of());
        return new Sheet(household, more);
    }

    /** The same without a member. */
    public Sheet withoutMember(int member) {
        List<Map<String, String>> fewer = new ArrayList<>(members);
        if (member >= 0 && member < fewer.size()) {
            fewer.remove(member);
        }
        return new Sheet(household, fewer);
    }

    /** The same with these answers, by place, in the place of what was there; empty ones take an answer back. */
    public Sheet with(Map<String, String> answers) {
        Map<String, String> changed = new TreeMap<>(household);
        List<Map<String, String>> people = new ArrayList<>();
        members.forEach(member -> people.add(new TreeMap<>(member)));
        answers.forEach((place, text) -> {
            String[] parts = place.split("\\.", 3);
            if (!parts[0].equals("member")) {
                changed.put(place, text);
            } else if (parts.length == 3 && parts[1].matches("[0-9]{1,2}")) {
                int member = Integer.parseInt(parts[1]);
                if (member < people.size()) {
                    people.get(member).put(parts[2], text);
                }
            }
        });
        return new Sheet(changed, people);
    }

    String toJson() {
        var people = Json.createArrayBuilder();
        members.forEach(member -> people.add(object(member)));
        return Json.createObjectBuilder()
                .add("household", object(household))
                .add("members", people)
                .build()
                .toString();
    }

    private static JsonObjectBuilder object(Map<String, String> answers) {
        var object = Json.createObjectBuilder();
        new TreeMap<>(answers).forEach(object::add);
        return object;
    }

    static Sheet of(JsonObject json) {
        return new Sheet(
                answers(json.getJsonObject("household")),
                json.getJsonArray("members").getValuesAs(JsonObject.class).stream()
                        .map(Sheet::answers)
                        .toList());
    }

    private static Map<String, String> answers(JsonObject object) {
        Map<String, String> answers = new TreeMap<>();
        object.forEach((name, text) -> answers.put(name, ((JsonString) text).getString()));
        return answers;
    }

    /** Without the answers, for logs. */
    @Override
    public String toString() {
        return "Sheet[" + members.size() + " members]";
    }
}
