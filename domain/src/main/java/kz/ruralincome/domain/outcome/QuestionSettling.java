package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** Settles what a question leaves open, within what the caller may see: the moment, the tree of territories, the territory. */
@ApplicationScoped
public class QuestionSettling {

    @Inject
    private LedgerReading reading;

    @Inject
    private Watermark watermark;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    /**
     * A question of which nothing is open any more.
     *
     * @param knownOn the moment as of which the facts are read
     * @param fresh up to when the last finished movement run had read them
     * @param territory a KATO code or {@code none}; empty: everyone
     */
    public record Settled(
            OutcomeQuestion question,
            OffsetDateTime knownOn,
            Optional<OffsetDateTime> fresh,
            Places places,
            Optional<String> territory) {}

    public Settled settle(OutcomeQuestion question, Access access) {
        check(question);
        Optional<OffsetDateTime> fresh = reading.freshAsOf();
        OffsetDateTime knownOn = question.asKnownOn().or(() -> fresh).orElseGet(watermark::closedAt);
        var places = new Places(trees.on(question.asOf(), knownOn), served.kato());
        return new Settled(question, knownOn, fresh, places, places.reached(question.territory(), access));
    }

    private void check(OutcomeQuestion question) {
        List<InvalidRequest.FieldError> errors = new ArrayList<>();
        if (question.flowFrom().filter(from -> !from.isBefore(question.asOf())).isPresent()) {
            errors.add(new InvalidRequest.FieldError("flowFrom", "outcome.flow-from.late", List.of()));
        }
        if (question.asKnownOn().filter(moment -> !watermark.reaches(moment)).isPresent()) {
            errors.add(new InvalidRequest.FieldError("asKnownOn", "outcome.as-known-on.late", List.of()));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
    }

    /** The circumstances of a question for the audit trail. */
    static JsonObjectBuilder details(OutcomeQuestion question) {
        var details = Json.createObjectBuilder()
                .add("asOf", question.asOf().toString())
                .add("population", question.population().name());
        question.territory().ifPresent(territory -> details.add("territory", territory));
        return details;
    }
}
