package kz.ruralincome.web.rest.outcome;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import kz.ruralincome.domain.outcome.LoanAnswer;
import kz.ruralincome.domain.outcome.LoanMembers;
import kz.ruralincome.domain.outcome.LoanQuestion;
import kz.ruralincome.domain.outcome.OutcomeAnswer;

/** The query of a question about loans and what they led to, as it was written. */
public class LoanOutcomeParameters {

    @BeanParam
    private OutcomeParameters about;

    @QueryParam("lender")
    private String lender;

    LoanQuestion question() {
        return question(new AskedFor());
    }

    /** @param asked may already hold what is wrong with further parameters */
    LoanQuestion question(AskedFor asked) {
        return new LoanQuestion(about.question(asked), asked.text(lender));
    }

    Carried carried(LoanAnswer answer) {
        return carried(answer.about(), answer.observedTo());
    }

    Carried carried(LoanMembers answer) {
        return carried(answer.about(), answer.observedTo());
    }

    private Carried carried(OutcomeAnswer<?> answer, LocalDate observedTo) {
        return about.carried(answer)
                .with("lender", lender == null || lender.isBlank() ? null : lender.strip())
                .with("observedTo", observedTo);
    }
}
