package kz.ruralincome.web.rest.movement;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.movement.ChangePart;
import kz.ruralincome.domain.movement.FigureChange;
import kz.ruralincome.domain.movement.MatrixCell;
import kz.ruralincome.domain.movement.MemberPage;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.shared.SmallCells;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.rest.outcome.CsvText;

/** The rows of answers about movement as JSON. */
public final class MatrixView {

    private MatrixView() {}

    public static JsonObjectBuilder add(JsonObjectBuilder json, MovementMatrix matrix) {
        json.add("states", Json.createArrayBuilder(MovementMatrix.states()));
        addCount(json, matrix.persons());
        json.add("rowSums", sums(matrix.rowSums()));
        json.add("columnSums", sums(matrix.columnSums()));
        JsonArrayBuilder cells = Json.createArrayBuilder();
        for (MatrixCell cell : matrix.cells()) {
            var item = Json.createObjectBuilder().add("from", cell.from()).add("to", cell.to());
            addCount(item, cell.persons());
            cell.members().ifPresent(hash -> item.add("members", hash));
            cells.add(item);
        }
        return json.add("cells", cells);
    }

    static JsonObjectBuilder add(JsonObjectBuilder json, FigureChange change) {
        addCount(json, "before", change.before());
        addCount(json, "after", change.after());
        if (change.before().isEmpty() || change.after().isEmpty()) {
            json.add("reason", SmallCells.REASON);
        }
        JsonArrayBuilder parts = Json.createArrayBuilder();
        for (ChangePart part : change.parts()) {
            var item = Json.createObjectBuilder()
                    .add("direction", part.reason().direction().name())
                    .add("reason", part.reason().code());
            addCount(item, "persons", part.persons());
            if (part.persons().isEmpty()) {
                item.add("withheld", SmallCells.REASON);
            }
            part.members().ifPresent(hash -> item.add("members", hash));
            parts.add(item);
        }
        return json.add("parts", parts);
    }

    private static void addCount(JsonObjectBuilder json, String name, Optional<Long> count) {
        count.ifPresentOrElse(number -> json.add(name, number), () -> json.addNull(name));
    }

    private static void addCount(JsonObjectBuilder json, Optional<Long> persons) {
        addCount(json, "persons", persons);
        if (persons.isEmpty()) {
            json.add("reason", SmallCells.REASON);
        }
    }

    private static JsonObjectBuilder sums(Map<String, Optional<Long>> sums) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        sums.forEach((state, sum) -> sum.ifPresentOrElse(count -> json.add(state, count), () -> json.addNull(state)));
        return json;
    }

    static JsonObjectBuilder add(JsonObjectBuilder json, MemberPage page) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (var member : page.items()) {
            var item = Json.createObjectBuilder();
            member.id().ifPresentOrElse(id -> item.add("id", id.toString()), () -> item.addNull("id"));
            items.add(item.add("iin", member.iin().digits()).add("name", member.name()));
        }
        json.add("items", items);
        page.next().ifPresentOrElse(next -> json.add("next", next), () -> json.addNull("next"));
        return json;
    }

    static String csv(MemberPage page) {
        var csv = new CsvText(List.of("id", "iin", "name"));
        page.items()
                .forEach(member -> csv.row(
                        Arrays.asList(member.id().orElse(null), member.iin().digits(), member.name())));
        return csv.toString();
    }
}
