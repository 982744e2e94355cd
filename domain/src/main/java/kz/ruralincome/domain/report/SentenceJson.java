package kz.ruralincome.domain.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.claim.ClaimJson;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** Sentences as JSON: {@code kk}, {@code ru}, and {@code statements} as a claim has them. */
public final class SentenceJson {

    private static final int LONGEST_TEXT = 2_000;

    private SentenceJson() {}

    /**
     * Reads a sentence.
     *
     * @throws InvalidRequest with every reason at once
     */
    public static Sentence read(JsonObject json) {
        List<FieldError> errors = new ArrayList<>();
        String kk = text(json, "kk", errors);
        String ru = text(json, "ru", errors);
        List<Statement> statements = List.of();
        try {
            statements = ClaimJson.readStatements(json);
        } catch (InvalidRequest refused) {
            errors.addAll(refused.errors());
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return new Sentence(kk, ru, statements);
    }

    private static String text(JsonObject json, String member, List<FieldError> errors) {
        String text = json.get(member) instanceof JsonString string
                ? string.getString().strip()
                : "";
        if (text.isEmpty()) {
            errors.add(new FieldError(member, "claim.required", List.of()));
        } else if (text.length() > LONGEST_TEXT) {
            errors.add(new FieldError(member, "claim.too-long", List.of(LONGEST_TEXT)));
        }
        return text;
    }

    static JsonObjectBuilder write(Sentence sentence) {
        return Json.createObjectBuilder()
                .add("kk", sentence.kk())
                .add("ru", sentence.ru())
                .add("statements", ClaimJson.write(sentence.statements()));
    }
}
