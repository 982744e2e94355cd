package kz.ruralincome.web.rest.intake;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadProblem;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.FindingText;
import kz.ruralincome.web.language.Language;

/** A load as programs see it. */
final class LoadView {

    private LoadView() {}

    static JsonObjectBuilder of(Load load) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", load.id().toString())
                .add("list", load.list())
                .add("state", load.state().name())
                .add("rows", load.rows())
                .add("accepted", load.accepted())
                .add("unchanged", load.unchanged())
                .add("rejected", load.rejected());
        add(json, "coversTo", Optional.ofNullable(load.options().coversTo()).map(Object::toString));
        json.add("skipped", load.skipped())
                .add("ended", load.ended())
                .add("corrected", load.corrected())
                .add("loadedBy", load.account())
                .add(
                        "loadedAt",
                        load.receivedAt().withOffsetSameInstant(ZoneOffset.UTC).toString())
                .add("dryRun", load.options().dryRun());
        add(json, "snapshot", Optional.ofNullable(load.options().snapshot()).map(Object::toString));
        add(json, "source", Optional.ofNullable(load.options().source()));
        add(json, "kato", Optional.ofNullable(load.options().unit()).map(Object::toString));
        add(json, "heldBecause", load.heldBecause());
        add(json, "withdrawnBy", load.withdrawnBy());
        add(json, "fileName", load.fileName());
        return json.add("progress", load.progress());
    }

    static JsonArrayBuilder of(List<LoadProblem> problems, Language language) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (LoadProblem problem : problems) {
            JsonObjectBuilder json = Json.createObjectBuilder().add("row", problem.row());
            add(json, "column", problem.column());
            json.add("code", problem.code()).add("message", FindingText.of(problem, language));
            add(json, "value", problem.value());
            array.add(json);
        }
        return array;
    }

    private static void add(JsonObjectBuilder json, String name, Optional<String> value) {
        value.ifPresentOrElse(present -> json.add(name, present), () -> json.addNull(name));
    }
}
