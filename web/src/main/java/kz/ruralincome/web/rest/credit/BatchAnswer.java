package kz.ruralincome.web.rest.credit;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.web.credit.BatchErrorFile;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.rest.outcome.Carried;

/** A batch as its lender sees it. */
final class BatchAnswer {

    private BatchAnswer() {}

    static String of(
            LoanBatch batch, List<LoanBatch.Finding> findings, List<LoanBatch.Error> errors, Language language) {
        JsonArrayBuilder found = Json.createArrayBuilder();
        findings.forEach(finding -> found.add(Json.createObjectBuilder()
                .add("contractNo", finding.contractNo())
                .add("code", finding.code())
                .add("message", Texts.of(language, finding.code()))));
        JsonArrayBuilder wrong = Json.createArrayBuilder();
        errors.forEach(error -> wrong.add(of(error, language)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", batch.id().toString())
                .add("state", batch.state().name())
                .add("dryRun", batch.dryRun());
        add(json, "complete", batch.complete().map(Object::toString));
        add(json, "receivedAt", Optional.of(Carried.text(batch.receivedAt())));
        add(json, "startedAt", batch.startedAt().map(Carried::text));
        add(json, "endedAt", batch.endedAt().map(Carried::text));
        json.add("progress", batch.percent())
                .add("lines", batch.lines())
                .add("accepted", batch.accepted())
                .add("unchanged", batch.unchanged())
                .add("rejected", batch.rejected())
                .add("resumed", batch.resumed());
        add(json, "error", batch.error().map(code -> Texts.of(language, code)));
        return json.add("findings", found).add("errors", wrong).build().toString();
    }

    private static JsonObjectBuilder of(LoanBatch.Error error, Language language) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("line", error.line());
        add(json, "field", Optional.of(error.field()).filter(field -> !field.isEmpty()));
        return json.add("code", error.code()).add("message", BatchErrorFile.sentence(error, language));
    }

    private static void add(JsonObjectBuilder json, String name, Optional<String> value) {
        value.ifPresentOrElse(present -> json.add(name, present), () -> json.addNull(name));
    }
}
