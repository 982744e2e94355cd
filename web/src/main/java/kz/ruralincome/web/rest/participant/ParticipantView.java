package kz.ruralincome.web.rest.participant;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import kz.ruralincome.domain.participant.ParticipantSummary;
import kz.ruralincome.domain.participant.PersonFile;
import kz.ruralincome.domain.participant.PersonPage;
import kz.ruralincome.web.json.Json;

/** People as JSON. */
final class ParticipantView {

    private ParticipantView() {}

    static JsonObjectBuilder of(PersonPage page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        page.items().forEach(person -> items.add(of(person)));
        var json = Json.createObjectBuilder().add("items", items);
        return add(json, "next", page.next());
    }

    static JsonObjectBuilder of(PersonFile file) {
        var json = of(file.summary());
        add(json, "birthDate", file.birthDate());
        add(json, "sex", file.sex());
        add(json, "phone", file.phone());
        JsonArrayBuilder facts = Json.createArrayBuilder();
        file.standing().forEach(entry -> {
            var fact = Json.createObjectBuilder()
                    .add("list", entry.list())
                    .add("from", entry.from().toString());
            add(fact, "to", entry.to());
            add(fact, "value", entry.value());
            facts.add(add(fact, "detail", entry.detail()));
        });
        return json.add("facts", facts);
    }

    private static JsonObjectBuilder of(ParticipantSummary person) {
        var json = Json.createObjectBuilder()
                .add("id", person.id().toString())
                .add("iin", person.iin().digits())
                .add("name", person.name());
        add(json, "territory", person.territory().map("%09d"::formatted));
        return json.add("state", person.state().name());
    }

    private static JsonObjectBuilder add(JsonObjectBuilder json, String name, Optional<?> value) {
        return value.isPresent() ? json.add(name, value.get().toString()) : json.addNull(name);
    }
}
