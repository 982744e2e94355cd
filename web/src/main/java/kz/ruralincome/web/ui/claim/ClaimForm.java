package kz.ruralincome.web.ui.claim;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.ClaimDesk;
import kz.ruralincome.domain.claim.ClaimJson;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.web.json.Json;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;

/** The form of {@code claim/claims.xhtml} in which a claim is handed in. */
@Named
@RequestScoped
public class ClaimForm {

    @Inject
    private ClaimDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private final StatementForm statements = new StatementForm(List.of());

    private String source;
    private String publishedOn;
    private String text;
    private List<String> refusals = List.of();

    /** Hands the claim in; back to the list when it was taken. */
    public String hand() {
        try {
            desk.hand(ClaimJson.read(toJson()), Optional.empty(), access.get());
            return "/claim/claims.xhtml?faces-redirect=true";
        } catch (InvalidRequest refusal) {
            refusals = refusal.errors().stream().map(this::sentence).toList();
            return null;
        }
    }

    private JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("source", given(source))
                .add("publishedOn", given(publishedOn))
                .add("text", given(text))
                .add("statements", statements.toJson())
                .build();
    }

    /** The reason with the field or the row of the form that it is about. */
    private String sentence(FieldError error) {
        return statements
                .sentence(error, language)
                .orElseGet(() -> language.say(
                        "claim.form.wrong",
                        language.say("claim.form." + error.field()),
                        language.say(error.code(), error.arguments())));
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }

    public List<String> getRefusals() {
        return refusals;
    }

    public StatementForm getStatements() {
        return statements;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getPublishedOn() {
        return publishedOn;
    }

    public void setPublishedOn(String publishedOn) {
        this.publishedOn = publishedOn;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
