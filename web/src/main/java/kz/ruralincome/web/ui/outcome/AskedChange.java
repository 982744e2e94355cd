package kz.ruralincome.web.ui.outcome;

import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.StateFigure;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Which change the address of a view asks about: the views of a change and of its people have it in common. */
public abstract class AskedChange extends AskedOutcome {

    private String indicator;
    private String from;
    private String to;

    private StateFigure figure;
    private LocalDate first;
    private LocalDate second;

    /** The question; empty: it makes no sense as it is written. */
    Optional<MatrixQuestion> question(LocalDate today) {
        second = asked().date("to", to, today);
        first = asked().date("from", from, second.minusYears(1));
        figure = Asked.text(indicator).flatMap(StateFigure::of).orElse(StateFigure.ASP_PERSONS);
        var moment = asked().moment("asKnownOn", getAsKnownOn());
        return asked().isWrong()
                ? Optional.empty()
                : Optional.of(new MatrixQuestion(first, second, askedTerritory(), Population.ALL, moment));
    }

    /** The address of a view of this change. */
    Address address(String view) {
        return Address.of(view)
                .with("indicator", figure.code())
                .with("from", first)
                .with("to", second)
                .with("territory", getTerritory())
                .with("asKnownOn", getAsKnownOn());
    }

    public StateFigure getFigure() {
        return figure;
    }

    public LocalDate getFirst() {
        return first;
    }

    public LocalDate getSecond() {
        return second;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
