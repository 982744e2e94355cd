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

    private String asOf;
    private String flowFrom;
    private String lender;

    private LocalDate day;
    private LocalDate first;

    /** The question; empty: it makes no sense as it is written. */
    Optional<LoanQuestion> question(LocalDate today) {
        day = asked().date("asOf", asOf, today);
        first = asked().date(
                        "flowFrom", flowFrom, Window.of(day, Optional.empty()).start());
        var moment = asked().moment("asKnownOn", getAsKnownOn());
        if (asked().isWrong()) {
            return Optional.empty();
        }
        var question = new OutcomeQuestion(
                day, Asked.text(flowFrom).map(given -> first), askedTerritory(), Population.ALL, moment);
        return Optional.of(new LoanQuestion(question, Asked.text(lender)));
    }

    /** The address of the figures asked about. */
    Address figures() {
        return Address.of("loans.xhtml")
                .with("asOf", asOf)
                .with("flowFrom", flowFrom)
                .with("lender", lender)
                .with("territory", askedTerritory().orElse(null))
                .with("asKnownOn", getAsKnownOn());
    }

    public LocalDate getDay() {
        return day;
    }

    public LocalDate getFirst() {
        return first;
    }

    public String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
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
