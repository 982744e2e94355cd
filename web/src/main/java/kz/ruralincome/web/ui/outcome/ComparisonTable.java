package kz.ruralincome.web.ui.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.outcome.ComparedGroup;
import kz.ruralincome.domain.outcome.ComparisonAnswer;
import kz.ruralincome.domain.outcome.ComparisonFigure;
import kz.ruralincome.domain.outcome.ComparisonQuestion;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Formats;

/** The figures of the groups in columns: what held on each date, and what became of those who began alike. */
public record ComparisonTable(List<String> groups, List<Section> sections) {

    private static final String HIDDEN = "…";

    /**
     * Figures that belong together.
     *
     * @param chart the shares of them that are worth a picture
     */
    public record Section(String code, String title, List<Row> rows, BarChart chart) {}

    /** A figure of every group; {@code meaning} says what is counted, and of whom it is a part. */
    public record Row(String name, String meaning, List<Cell> cells) {}

    /**
     * A figure of one group.
     *
     * @param link to its people, for those who may see them
     * @param label what the link opens, for those who hear it alone
     * @param base of how many the share is; null: it is no share
     */
    public record Cell(String text, String link, String label, String percent, String base) {}

    static ComparisonTable of(
            ComparisonAnswer answer, Optional<Address> members, Formats format, CurrentLanguage language) {
        var text = new Text(answer, members, format, language);
        return new ComparisonTable(
                answer.about().items().stream().map(text::name).toList(),
                List.of(
                        text.section("before", ComparisonFigure.RESIDENTS_BEFORE, ComparisonFigure.UNEMPLOYED_BEFORE),
                        text.section("now", ComparisonFigure.RESIDENTS, ComparisonFigure.UNEMPLOYED),
                        text.section(
                                "assisted",
                                ComparisonFigure.ASSISTED_TO_ENTREPRENEUR,
                                ComparisonFigure.ASSISTED_KEPT_12),
                        text.section(
                                "self-employed",
                                ComparisonFigure.SELF_EMPLOYED_TO_ENTREPRENEUR,
                                ComparisonFigure.SELF_EMPLOYED_KEPT_12),
                        text.section(
                                "unemployed",
                                ComparisonFigure.UNEMPLOYED_TO_ENTREPRENEUR,
                                ComparisonFigure.UNEMPLOYED_KEPT_12)));
    }

    private record Text(ComparisonAnswer answer, Optional<Address> members, Formats format, CurrentLanguage language) {

        Section section(String code, ComparisonFigure first, ComparisonFigure last) {
            ComparisonQuestion question = answer.question();
            List<ComparisonFigure> figures = new ArrayList<>(Arrays.stream(ComparisonFigure.values())
                    .filter(figure -> figure.compareTo(first) >= 0 && figure.compareTo(last) <= 0)
                    .toList());
            if (first.base().isPresent()) {
                figures.add(0, first.base().get());
            }
            return new Section(
                    code,
                    language.say(
                            "outcomeview.section." + code, format.date(question.from()), format.date(question.to())),
                    figures.stream().map(this::row).toList(),
                    BarChart.of(figures.stream()
                            .filter(Text::isDrawn)
                            .flatMap(figure -> answer.about().items().stream()
                                    .filter(group -> group.side() != ComparedGroup.Side.UNTOLD)
                                    .flatMap(group -> bar(group, figure).stream()))
                            .toList()));
        }

        /** What became of people; how they stood is read from the table. */
        private static boolean isDrawn(ComparisonFigure figure) {
            return figure.base()
                            .filter(base -> !base.name().startsWith("RESIDENTS"))
                            .isPresent()
                    && !figure.name().contains("WATCHED");
        }

        private Optional<BarChart.Value> bar(ComparedGroup group, ComparisonFigure figure) {
            return group.percent(figure)
                    .map(percent -> new BarChart.Value(
                            language.say("outcomeview.bar", name(figure), name(group)),
                            percent,
                            format.percent(percent)));
        }

        private Row row(ComparisonFigure figure) {
            return new Row(
                    name(figure),
                    figure.base()
                            .map(base -> language.say("outcomeview.of", name(base)))
                            .orElse(null),
                    answer.about().items().stream()
                            .map(group -> cell(group, figure))
                            .toList());
        }

        private Cell cell(ComparedGroup group, ComparisonFigure figure) {
            Optional<Long> count = group.count(figure);
            String text = count.map(format::number).orElse(HIDDEN);
            Optional<BigDecimal> percent = group.percent(figure);
            return new Cell(
                    text,
                    members.filter(address -> count.filter(some -> some > 0).isPresent())
                            .map(address -> address.with("group", group.side())
                                    .with("figure", figure)
                                    .toString())
                            .orElse(null),
                    language.say("outcomeview.open", name(group), name(figure), text),
                    percent.map(format::percent).orElse(null),
                    figure.base()
                            .flatMap(group::count)
                            .filter(base -> percent.isPresent())
                            .map(base -> language.say("outcomeview.base", format.number(base)))
                            .orElse(null));
        }

        String name(ComparedGroup group) {
            return language.say("outcomeview.group." + answer.question().grouping() + "." + group.side());
        }

        private String name(ComparisonFigure figure) {
            return ComparisonWords.name(
                    figure, answer.question().from(), answer.question().to(), format, language);
        }
    }
}
