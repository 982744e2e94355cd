package kz.ruralincome.web.rest.outcome;

import jakarta.ws.rs.QueryParam;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;

/** The query of a question about indicators, as it was written. */
public class OutcomeParameters {

    @QueryParam("asOf")
    private String asOf;

    @QueryParam("flowFrom")
    private String flowFrom;

    @QueryParam("territory")
    private String territory;

    @QueryParam("population")
    private String population;

    @QueryParam("asKnownOn")
    private String asKnownOn;

    public OutcomeQuestion question() {
        return question(new AskedFor());
    }

    /** @param asked may already hold what is wrong with further parameters */
    public OutcomeQuestion question(AskedFor asked) {
        var day = asked.date("asOf", asOf);
        var from = asked.optionalDate("flowFrom", flowFrom);
        Population whom = asked.population("population", population);
        var moment = asked.moment("asKnownOn", asKnownOn);
        asked.check();
        return new OutcomeQuestion(day, from, asked.text(territory), whom, moment);
    }

    Carried carried(OutcomeAnswer<?> answer) {
        return new Carried(answer.asKnownOn(), answer.freshAsOf(), answer.coversTo(), answer.territory())
                .with("asOf", answer.asOf())
                .with("flowFrom", answer.flowFrom())
                .with("population", population == null || population.isBlank() ? Population.ALL.name() : population);
    }
}
