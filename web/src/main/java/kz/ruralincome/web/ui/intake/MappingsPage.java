package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.intake.HeadingMapping;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.MappingDesk;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code intake/mappings.xhtml}: the headings that are remembered, which can be renamed and forgotten. */
@Named
@RequestScoped
public class MappingsPage {

    @Inject
    private MappingDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private HttpServletRequest request;

    private List<Line> lines;

    /**
     * A mapping as it is written on the page.
     *
     * @param pairs a heading and what it is, one each
     */
    public record Line(
            HeadingMapping mapping, String list, String scope, String made, List<String> pairs, boolean mine) {}

    public void load() {
        lines = desk.mappings(access.get()).stream().map(this::line).toList();
    }

    private Line line(HeadingMapping mapping) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < mapping.headings().size(); i++) {
            String column = mapping.columns().get(i);
            String heading = mapping.shownHeading(i);
            pairs.add(language.say(
                    column.isEmpty() ? "mapping.pair.unused" : "mapping.pair",
                    heading.isEmpty() ? "–" : heading,
                    column.isEmpty() ? "" : label(mapping, column)));
        }
        mapping.given()
                .forEach((column, value) ->
                        pairs.add(language.say("mapping.pair.given", label(mapping, column), value)));
        mapping.asked().forEach(column -> pairs.add(language.say("mapping.pair.asked", label(mapping, column))));
        return new Line(
                mapping,
                language.say("intake.list." + mapping.list()),
                mapping.unit()
                        .map(unit -> territories.path("%09d".formatted(unit), calendar.today()))
                        .orElseGet(() -> language.say("outcome.everyone")),
                format.moment(mapping.madeAt()),
                pairs,
                desk.answersFor(mapping, access.get()));
    }

    private String label(HeadingMapping mapping, String column) {
        return Labels.column(mapping.list(), column, language.getCode());
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<String> getRefusals() {
        return Refusals.of(request);
    }
}
