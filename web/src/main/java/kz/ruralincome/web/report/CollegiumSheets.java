package kz.ruralincome.web.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.Reason;
import kz.ruralincome.domain.report.CheckedSentence;
import kz.ruralincome.domain.report.CollegiumReport;
import kz.ruralincome.domain.report.Restatement;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.territory.TerritoryUnit;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.language.Written;
import kz.ruralincome.web.report.Sheet.Cell;
import kz.ruralincome.web.report.Sheet.Column;

/** Puts a collegium report into words; Kazakh and Russian ones are made of the same report. */
public final class CollegiumSheets {

    private static final String NONE = "–";

    private final CollegiumReport report;
    private final List<Restatement> restated;
    private final List<CheckedSentence> sentences;
    private final Language language;

    private CollegiumSheets(
            CollegiumReport report, List<Restatement> restated, List<CheckedSentence> sentences, Language language) {
        this.report = report;
        this.restated = restated;
        this.sentences = sentences;
        this.language = language;
    }

    /** The report in the words of the language. */
    public static CollegiumText of(CollegiumReport report, Language language) {
        return of(report, List.of(), List.of(), language);
    }

    /**
     * The same with what has become of the figures of the report before, and what is said in it.
     *
     * @param restated empty: nothing, and nothing is said of it
     * @param sentences empty: none
     */
    public static CollegiumText of(
            CollegiumReport report, List<Restatement> restated, List<CheckedSentence> sentences, Language language) {
        return new CollegiumSheets(report, restated, sentences, language).text();
    }

    /** The restatements alone. */
    public static Sheet restatements(List<Restatement> restated, Language language) {
        return new CollegiumSheets(null, restated, List.of(), language).restatements();
    }

    private CollegiumText text() {
        String territory = report.unit().map(this::nameOf).orElseGet(() -> report.territory()
                .map(nowhere -> say("outcome.nowhere"))
                .orElseGet(() -> say("outcome.everyone")));
        return new CollegiumText(
                language.code(),
                say("report.title", day(report.asOf())),
                territory,
                report.asOf(),
                facts(),
                Stream.of(
                                Stream.of(figures(territory), parts(), movement()),
                                sentences.isEmpty()
                                        ? Stream.<Sheet>empty()
                                        : Stream.of(SentenceSheet.of(report, sentences, language)),
                                restated.isEmpty() ? Stream.<Sheet>empty() : Stream.of(restatements()),
                                Stream.of(AssignmentSheet.of(report.assignments(), language)),
                                Stream.of(definitions()))
                        .flatMap(sheets -> sheets)
                        .toList(),
                map(),
                say(
                                "outcome.districts.caption",
                                say("outcome.indicator."
                                        + CollegiumReport.OF_PARTS.get(0).code()),
                                day(report.asOf()))
                        + ". " + say("outcome.map.source"),
                say("layout.program"));
    }

    /** The first of the figures of parts. */
    private RegionMap map() {
        Indicator indicator = CollegiumReport.OF_PARTS.get(0);
        return RegionMap.of(report.parts().stream()
                .map(part -> {
                    var value = Optional.ofNullable(part.lines().get(indicator)).flatMap(IndicatorLine::value);
                    return new RegionMap.Place(
                            part.kato(),
                            part.unit().map(this::nameOf).orElse(part.kato()),
                            value.orElse(null),
                            amount(value).text(),
                            null);
                })
                .toList());
    }

    private List<String> facts() {
        return List.of(
                say("report.window", day(report.flowFrom()), day(report.asOf().minusDays(1))),
                say("outcome.known-on", Written.moment(language, report.asKnownOn())),
                report.freshAsOf()
                        .map(moment -> say("outcome.fresh", Written.moment(language, moment)))
                        .orElseGet(() -> say("outcome.fresh.none")),
                report.coversTo()
                        .map(day -> say("outcome.covers-to", day(day)))
                        .orElseGet(() -> say("outcome.covers-to.none")),
                say("outcome.rules", Rules.VERSION));
    }

    private Sheet figures(String territory) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(say("outcome.column.indicator")),
                Column.text(say("outcome.column.unit")),
                Column.text(say("report.column.when"))));
        Stream.of("value", "previous", "change", "change-percent")
                .map(name -> Column.number(say("outcome.column." + name)))
                .forEach(columns::add);
        columns.add(Column.text(say("report.column.formula")));
        Stream.of("plan", "plan-percent")
                .map(name -> Column.number(say("outcome.column." + name)))
                .forEach(columns::add);
        columns.add(Column.text(say("report.column.note")));
        return new Sheet(
                say("report.figures", territory),
                columns,
                report.figures().stream().map(this::figure).toList(),
                List.of(say("report.formula")));
    }

    private List<Cell> figure(IndicatorLine line) {
        Indicator indicator = line.indicator();
        boolean isShare = indicator.unit() == Indicator.Unit.PERCENT;
        return List.of(
                Cell.text(say("outcome.indicator." + indicator.code())),
                Cell.text(say("outcome.unit." + indicator.unit())),
                Cell.text(say("outcome.kind." + indicator.kind())),
                amount(line.value()),
                amount(line.previous()),
                change(line.change()),
                isShare ? Cell.text(NONE) : percent(line.changePercent(), true),
                Cell.text(isShare ? NONE : formula(line)),
                amount(line.plan()),
                percent(line.planPercent(), false),
                Cell.text(notes(line)));
    }

    private String formula(IndicatorLine line) {
        return line.changePercent().isEmpty()
                ? NONE
                : Written.signed(language, line.change().orElseThrow()) + " / "
                        + Written.plain(language, line.previous().orElseThrow());
    }

    private String notes(IndicatorLine line) {
        return String.join(
                "; ",
                Stream.concat(
                                line.rank().map(rank -> say("outcome.rank", rank)).stream(),
                                line
                                        .reason()
                                        .map(reason -> ReasonText.of(language, reason, report.smallCells()))
                                        .stream())
                        .toList());
    }

    private Sheet parts() {
        List<Column> columns = new ArrayList<>(List.of(Column.text(say("outcome.column.district"))));
        for (Indicator indicator : CollegiumReport.OF_PARTS) {
            columns.add(Column.number(say("outcome.indicator." + indicator.code())));
            if (indicator == Indicator.ASP_PERSONS) {
                columns.add(Column.number(say("outcome.column.previous")));
                columns.add(Column.number(say("outcome.column.change-percent")));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        boolean isWithheld = false;
        for (CollegiumReport.Part part : report.parts()) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.text(part.unit().map(this::nameOf).orElseGet(() -> say("outcome.place." + part.kato())))));
            for (Indicator indicator : CollegiumReport.OF_PARTS) {
                Optional<IndicatorLine> line = Optional.ofNullable(part.lines().get(indicator));
                isWithheld |= line.flatMap(IndicatorLine::reason)
                        .filter(Reason.SMALL_CELL::equals)
                        .isPresent();
                row.add(amount(line.flatMap(IndicatorLine::value)));
                if (indicator == Indicator.ASP_PERSONS) {
                    row.add(amount(line.flatMap(IndicatorLine::previous)));
                    row.add(percent(line.flatMap(IndicatorLine::changePercent), true));
                }
            }
            rows.add(row);
        }
        return new Sheet(say("outcome.districts"), columns, rows, isWithheld ? List.of(withheld()) : List.of());
    }

    private String withheld() {
        return NONE + " " + ReasonText.of(language, Reason.SMALL_CELL, report.smallCells());
    }

    private Sheet movement() {
        String title = say("movement.matrix", day(report.flowFrom()), day(report.asOf()));
        MovementMatrix matrix = report.movement();
        List<Column> columns = new ArrayList<>(
                List.of(Column.text(say("movement.matrix.corner", day(report.flowFrom()), day(report.asOf())))));
        List<String> states = MovementMatrix.inTableOrder(matrix.columnSums().keySet());
        states.forEach(state -> columns.add(Column.number(say("movement.state." + state))));
        columns.add(Column.number(say("movement.matrix.sum")));
        List<List<Cell>> rows = new ArrayList<>();
        for (String from : MovementMatrix.inTableOrder(matrix.rowSums().keySet())) {
            List<Cell> row = new ArrayList<>(List.of(Cell.text(say("movement.state." + from))));
            states.forEach(to -> row.add(matrix.cells().stream()
                    .filter(cell -> cell.from().equals(from) && cell.to().equals(to))
                    .findFirst()
                    .map(cell -> count(cell.persons()))
                    .orElseGet(() -> Cell.text(""))));
            row.add(count(matrix.rowSums().get(from)));
            rows.add(row);
        }
        List<Cell> sums = new ArrayList<>(List.of(Cell.text(say("movement.matrix.sum"))));
        states.forEach(state -> sums.add(count(matrix.columnSums().get(state))));
        sums.add(count(matrix.persons()));
        rows.add(sums);
        return new Sheet(title, columns, rows, matrix.isWithheld() ? List.of(withheld()) : List.of());
    }

    private Sheet restatements() {
        return new Sheet(
                say("report.restated"),
                List.of(
                        Column.text(say("outcome.column.district")),
                        Column.text(say("outcome.column.indicator")),
                        Column.number(say("report.column.printed")),
                        Column.number(say("report.column.now")),
                        Column.number(say("outcome.column.change")),
                        Column.text(say("report.column.why"))),
                restated.stream().map(this::restatement).toList(),
                List.of(say("report.restated.about")));
    }

    private List<Cell> restatement(Restatement one) {
        Optional<BigDecimal> change = one.now().flatMap(now -> one.printed().map(now::subtract));
        return List.of(
                Cell.text(place(one)),
                Cell.text(say("outcome.indicator." + one.indicator().code())),
                amount(one.printed()),
                amount(one.now()),
                change(change),
                Cell.text(WhyText.of(language, "report.why.lists", one.lists(), one.otherRules())));
    }

    private String place(Restatement one) {
        return one.unit().map(this::nameOf).orElseGet(() -> switch (one.place()) {
            case "" -> say("report.whole");
            case "none", "outside" -> say("outcome.place." + one.place());
            default -> one.place();
        });
    }

    private Sheet definitions() {
        return new Sheet(
                say("report.definitions"),
                List.of(
                        Column.text(say("outcome.column.indicator")),
                        Column.code(say("report.column.code")),
                        Column.text(say("report.column.definition"))),
                report.figures().stream()
                        .map(line -> List.of(
                                Cell.text(say(
                                        "outcome.indicator." + line.indicator().code())),
                                Cell.text(line.indicator().code()),
                                Cell.text(say(
                                        "report.definition." + line.indicator().code()))))
                        .toList(),
                List.of(
                        say("report.place"),
                        say("report.small-cells", report.smallCells().largest())));
    }

    private Cell amount(Optional<BigDecimal> value) {
        return value.map(number -> new Cell(Written.plain(language, number), number))
                .orElseGet(() -> Cell.text(NONE));
    }

    private Cell change(Optional<BigDecimal> value) {
        return value.map(number -> new Cell(Written.signed(language, number), number))
                .orElseGet(() -> Cell.text(NONE));
    }

    private Cell percent(Optional<BigDecimal> value, boolean isChange) {
        return value.map(number -> new Cell(Written.share(language, number, isChange), number))
                .orElseGet(() -> Cell.text(NONE));
    }

    private Cell count(Optional<Long> persons) {
        return amount(persons.map(BigDecimal::valueOf));
    }

    private String nameOf(TerritoryUnit unit) {
        return unit.name(language.code());
    }

    private String day(LocalDate day) {
        return Written.day(language, day);
    }

    private String say(String key, Object... arguments) {
        return Texts.of(language, key, List.of(arguments));
    }
}
