package kz.ruralincome.web.ui.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.PlanDecision;
import kz.ruralincome.domain.outcome.PlanLine;
import kz.ruralincome.domain.outcome.PlannedFigure;
import kz.ruralincome.domain.territory.TerritoryUnit;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;

/**
 * One planned indicator: the territory, and below it its parts.
 *
 * @param planMark where the plan stands on each bar, in hundredths of its width
 */
public record PlanTable(Indicator planned, Indicator fact, int planMark, List<Row> rows) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A territory.
     *
     * @param isWhole whether it is the one asked for
     * @param note why the fact is missing, or what must be known beside it
     * @param bar the fact in hundredths of the width of the picture; 0: there is nothing to draw
     * @param decision who decided and when; or whose sum the plan is
     * @param earlier what was decided before
     */
    public record Row(
            String name,
            boolean isWhole,
            String plan,
            FigureLinks.Cell value,
            String note,
            String percent,
            String difference,
            int bar,
            String decision,
            String entered,
            List<String> earlier) {}

    static PlanTable of(
            PlannedFigure figure,
            FigureLinks links,
            Function<TerritoryUnit, String> nameOf,
            Formats format,
            CurrentLanguage language,
            ReasonWords reasons) {
        List<PlanLine> lines = new ArrayList<>(List.of(figure.whole()));
        lines.addAll(figure.parts());
        BigDecimal longest =
                lines.stream().flatMap(line -> line.percent().stream()).reduce(HUNDRED, BigDecimal::max);
        var text = new Text(figure.fact(), longest, format, language, reasons);
        return new PlanTable(
                figure.planned(),
                figure.fact(),
                text.part(HUNDRED),
                lines.stream()
                        .map(line -> text.row(
                                line,
                                line.unit()
                                        .map(unit -> links.of("%09d".formatted(unit.kato()), nameOf.apply(unit)))
                                        .orElse(links)))
                        .toList());
    }

    /** Whether the fact is of another indicator than the plan. */
    public boolean isOfAnother() {
        return planned != fact;
    }

    private record Text(
            Indicator indicator, BigDecimal longest, Formats format, CurrentLanguage language, ReasonWords reasons) {

        int part(BigDecimal percent) {
            return percent.multiply(HUNDRED).divide(longest, 0, HALF_UP).intValueExact();
        }

        Row row(PlanLine line, FigureLinks links) {
            Optional<BigDecimal> value = line.fact().value();
            return new Row(
                    links.place(),
                    line.unit().isEmpty(),
                    amount(line.plan()),
                    links.cell(
                            indicator,
                            amount(value),
                            value.filter(number -> number.signum() != 0).isPresent()),
                    line.fact()
                            .reason()
                            .filter(reason -> isOfTheFact(line, reason))
                            .map(reasons::of)
                            .orElse(null),
                    format.percent(line.percent().orElse(null)),
                    format.change(line.difference().orElse(null)),
                    line.percent().map(this::part).orElse(0),
                    decision(line),
                    line.decisions().stream()
                            .findFirst()
                            .map(decision -> language.say(
                                    "outcomeview.plan.entered",
                                    decision.enteredBy(),
                                    format.moment(decision.enteredAt())))
                            .orElse(null),
                    line.decisions().stream().skip(1).map(this::earlier).toList());
        }

        /** A figure that is withheld may be the one of a year before, which is not on this page. */
        private static boolean isOfTheFact(PlanLine line, String reason) {
            return !reason.equals("SMALL_CELL") || line.fact().value().isEmpty();
        }

        private String decision(PlanLine line) {
            if (!line.decisions().isEmpty()) {
                return decided(line.decisions().get(0));
            }
            return line.plan().isPresent()
                    ? language.say("outcomeview.plan.sum")
                    : language.say("outcomeview.plan.none");
        }

        private String decided(PlanDecision decision) {
            return decision.document()
                    .map(document ->
                            language.say("outcomeview.plan.decided", format.date(decision.decidedOn()), document))
                    .orElseGet(
                            () -> language.say("outcomeview.plan.decided-without", format.date(decision.decidedOn())));
        }

        private String earlier(PlanDecision decision) {
            return language.say("outcomeview.plan.earlier", amount(Optional.of(decision.value())), decided(decision));
        }

        private String amount(Optional<BigDecimal> value) {
            boolean isMoney =
                    indicator.unit() == Indicator.Unit.TENGE || indicator.unit() == Indicator.Unit.TENGE_A_MONTH;
            return isMoney ? format.money(value.orElse(null)) : format.number(value.orElse(null));
        }
    }
}
