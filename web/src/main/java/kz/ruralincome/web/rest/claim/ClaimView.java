package kz.ruralincome.web.rest.claim;

import jakarta.json.JsonObjectBuilder;
import kz.ruralincome.domain.claim.CheckedClaim;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.ClaimJson;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.web.json.Json;

/** A claim as JSON, each statement with what the program makes of it. */
final class ClaimView {

    private ClaimView() {}

    static JsonObjectBuilder add(JsonObjectBuilder json, CheckedClaim checked) {
        var kept = checked.kept();
        var statements = Json.createArrayBuilder();
        checked.statements().forEach(statement -> statements.add(view(statement)));
        return json.add("id", kept.id().toString())
                .add("recordedAt", kept.recordedAt().toInstant().toString())
                .add("source", kept.claim().source())
                .add("publishedOn", kept.claim().publishedOn().toString())
                .add("text", kept.claim().text())
                .add("statements", statements);
    }

    private static JsonObjectBuilder view(CheckedStatement checked) {
        var json = ClaimJson.write(checked.statement())
                .add("verdict", checked.verdict().name());
        checked.ours().ifPresentOrElse(ours -> json.add("ours", ours), () -> json.addNull("ours"));
        if (checked.statement() instanceof Statement.Percent) {
            var bases = Json.createArrayBuilder();
            checked.bases().forEach(bases::add);
            json.add("bases", bases);
        }
        return json;
    }
}
