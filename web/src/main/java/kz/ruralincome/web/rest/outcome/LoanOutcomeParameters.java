package kz.ruralincome.web.rest.outcome;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import kz.ruralincome.domain.outcome.LoanAnswer;
import kz.ruralincome.domain.outcome.LoanQuestion;

/** The query of a question about loans and what they led to, as it was written. */
public class LoanOutcomeParameters {

    @BeanParam
    private OutcomeParameters about;

    @QueryParam("lender")
    private String lender;

    LoanQuestion question() {
        var asked = new AskedFor();
        return new LoanQuestion(about.question(asked), asked.text(lender));
    }

    Carried carried(LoanAnswer answer) {
        return about.carried(answer.about())
                .with("lender", answer.lender().orElse(null))
                .with("observedTo", answer.observedTo());
    }
}
