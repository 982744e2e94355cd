package kz.ruralincome.web.rest.claim;

import jakarta.json.JsonObjectBuilder;
import kz.ruralincome.domain.claim.CheckedClaim;
import kz.ruralincome.domain.claim.ClaimJson;
import kz.ruralincome.web.json.Json;

/** A claim as JSON, each statement with what the program makes of it. */
final class ClaimView {

    private ClaimView() {}

    static JsonObjectBuilder add(JsonObjectBuilder json, CheckedClaim checked) {
        var kept = checked.kept();
        var statements = Json.createArrayBuilder();
        checked.statements().forEach(statement -> statements.add(ClaimJson.write(statement)));
        return json.add("id", kept.id().toString())
                .add("recordedAt", kept.recordedAt().toInstant().toString())
                .add("source", kept.claim().source())
                .add("publishedOn", kept.claim().publishedOn().toString())
                .add("text", kept.claim().text())
                .add("statements", statements);
    }
}
