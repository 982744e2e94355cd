package kz.ruralincome.web.ui.outcome;

import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.LoanQuestion;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Window;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Which loans the address of a view asks about: the views of what they led to and of the loans themselves have it in common. */
public abstract class AskedLoans extends AskedOutcome {

    private String flowFrom;
    private String lender;

    private LocalDate first;

    /** The question; empty: it makes no sense as it is written. */
    Optional<LoanQuestion> question() {
        boolean isUnderstood = isUnderstood();
        first = asked().date(
                        "flowFrom",
                        flowFrom,
                        Window.of(getDay(), Optional.empty()).start());
        if (!isUnderstood || asked().isWrong()) {
            return Optional.empty();
        }
        var question = new OutcomeQuestion(
                getDay(), Asked.text(flowFrom).map(given -> first), askedTerritory(), Population.ALL, moment());
        return Optional.of(new LoanQuestion(question, Asked.text(lender)));
    }

    /** The address of the figures asked about. */
    Address figures() {
        return chosen("loans.xhtml").with("flowFrom", flowFrom).with("lender", lender);
    }

    public LocalDate getFirst() {
        return first;
    }

    public String getFlowFrom() {
        return flowFrom;
    }

    public void setFlowFrom(String flowFrom) {
        this.flowFrom = flowFrom;
    }

    public String getLender() {
        return lender;
    }

    public void setLender(String lender) {
        this.lender = lender;
    }
}
