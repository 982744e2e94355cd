package kz.ruralincome.web.ui.outcome;

import java.util.Optional;
import kz.ruralincome.domain.movement.MatrixQuestion;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.movement.StateFigure;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Which change the address of a view asks about: the views of a change and of its people have it in common. */
public abstract class AskedChange extends AskedOutcome {

    private String indicator;

    private StateFigure figure;

    /** The question; empty: it makes no sense as it is written. */
    Optional<MatrixQuestion> question() {
        figure = Asked.text(indicator).flatMap(StateFigure::of).orElse(StateFigure.ASP_PERSONS);
        return isUnderstood()
                ? Optional.of(new MatrixQuestion(getDayBefore(), getDay(), askedTerritory(), Population.ALL, moment()))
                : Optional.empty();
    }

    /** The address of a view of this change. */
    Address address(String view) {
        return shown(view).with("indicator", figure.code());
    }

    public StateFigure getFigure() {
        return figure;
    }

    public String getIndicator() {
        return indicator;
    }

    public void setIndicator(String indicator) {
        this.indicator = indicator;
    }
}
