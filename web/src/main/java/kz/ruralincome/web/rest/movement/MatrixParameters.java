package kz.ruralincome.web.rest.movement;

import jakarta.ws.rs.QueryParam;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.web.rest.outcome.AskedFor;
import kz.ruralincome.web.rest.outcome.Carried;

/** The query of a question about movement between two dates, as it was written. */
public class MatrixParameters {

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("territory")
    private String territory;

    @QueryParam("population")
    private String population;

    @QueryParam("asKnownOn")
    private String asKnownOn;

    MatrixQuestion question() {
        var asked = new AskedFor();
        var first = asked.date("from", from);
        var last = asked.date("to", to);
        var whom = asked.population("population", population);
        var moment = asked.moment("asKnownOn", asKnownOn);
        asked.check();
        return new MatrixQuestion(first, last, asked.text(territory), whom, moment);
    }

    static Carried carried(MatrixAnswer<?> answer) {
        var question = answer.question();
        return new Carried(answer.asKnownOn(), answer.freshAsOf(), answer.coversTo(), answer.territory())
                .with("from", question.from())
                .with("to", question.to())
                .with("population", question.population().name());
    }
}
