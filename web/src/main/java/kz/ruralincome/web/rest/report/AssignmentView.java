package kz.ruralincome.web.rest.report;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import kz.ruralincome.domain.assignment.Assignment;
import kz.ruralincome.domain.assignment.Assignment.Figure;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.rest.outcome.Carried;

/** Assignments as the collegium report carries them. */
final class AssignmentView {

    private AssignmentView() {}

    static JsonArrayBuilder of(AssignmentsOn assignments) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        assignments.items().forEach(one -> items.add(item(one, assignments)));
        return items;
    }

    private static JsonObjectBuilder item(Assignment one, AssignmentsOn assignments) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", one.number())
                .add("text", one.text())
                .add("owner", one.owner().name())
                .add("ownerKind", one.owner().isAccount() ? "ACCOUNT" : "OFFICE")
                .add("territory", "%09d".formatted(one.unit()))
                .add("dueOn", one.dueOn().toString())
                .add("state", one.state().name())
                .add("isOverdue", one.isOverdue(assignments.day()))
                .add("givenBy", one.givenBy())
                .add("givenOn", Carried.text(one.givenAt()))
                .add("since", Carried.text(one.last().at()));
        one.answer().ifPresentOrElse(answer -> json.add("answer", answer), () -> json.addNull("answer"));
        one.last().words().ifPresentOrElse(words -> json.add("words", words), () -> json.addNull("words"));
        one.source().report().ifPresentOrElse(report -> json.add("report", report), () -> json.addNull("report"));
        one.source().figure().ifPresentOrElse(figure -> json.add("figure", item(figure)), () -> json.addNull("figure"));
        return json;
    }

    private static JsonObjectBuilder item(Figure figure) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("indicator", figure.indicator())
                .add("asOf", figure.asOf().toString());
        figure.territory().ifPresentOrElse(code -> json.add("territory", code), () -> json.addNull("territory"));
        return json;
    }
}
