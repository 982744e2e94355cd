package kz.ruralincome.web.ui.assignment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.ruralincome.domain.assignment.Assignment;
import kz.ruralincome.domain.assignment.Assignment.Figure;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** How assignments are put into words on their pages. */
@Named
@RequestScoped
public class AssignmentWords {

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private Formats format;

    public boolean isOverdue(Assignment one) {
        return one.isOverdue(calendar.today());
    }

    /** How its state looks. */
    public String mood(Assignment one) {
        return switch (one.state()) {
            case CLOSED -> "good";
            case REPORTED, SENT_BACK -> "warn";
            case GIVEN, ACCEPTED -> "";
        };
    }

    public String placeOf(Assignment one) {
        return territories.path("%09d".formatted(one.unit()), calendar.today());
    }

    /** What a figure is of: its name, day and place. */
    public String of(Figure figure) {
        return language.say(
                "assignment.figure.of",
                language.say("outcome.indicator." + figure.indicator()),
                format.date(figure.asOf()),
                territories.name(figure.territory().orElse(""), figure.asOf()));
    }

    /** Where the figure stands, seen from the pages of assignments. */
    public Address pageOf(Figure figure) {
        return Address.of("../outcome/outcomes.xhtml")
                .with("asOf", figure.asOf())
                .with("territory", figure.territory().orElse(null))
                .with("indicator", figure.indicator());
    }

    /** The territories that an assignment can be of, or be looked for in. */
    List<Territories.Choice> places(String chosen) {
        var choices = chosen == null || chosen.isEmpty()
                ? territories.getToday()
                : territories.choicesWith(chosen, calendar.today());
        return choices.stream().filter(choice -> !choice.value().equals("none")).toList();
    }
}
