package kz.ruralincome.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.report.CheckedSentence;
import kz.ruralincome.domain.report.CollegiumReport;
import kz.ruralincome.domain.territory.TerritoryUnit;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.StatementText;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.language.Written;
import kz.ruralincome.web.report.Sheet.Cell;
import kz.ruralincome.web.report.Sheet.Column;

/** Puts the sentences of a report into words, a row a statement: what is printed, what the register has, why it stands. */
final class SentenceSheet {

    private final CollegiumReport report;
    private final Language language;

    private SentenceSheet(CollegiumReport report, Language language) {
        this.report = report;
        this.language = language;
    }

    static Sheet of(CollegiumReport report, List<CheckedSentence> sentences, Language language) {
        return new SentenceSheet(report, language).sheet(sentences);
    }

    private Sheet sheet(List<CheckedSentence> sentences) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            CheckedSentence sentence = sentences.get(i);
            // what is of the sentence as a whole stands in its first row alone
            String said = language == Language.KK
                    ? sentence.sentence().kk()
                    : sentence.sentence().ru();
            String why = sentence.acknowledgement()
                    .map(one -> say("report.sentence.acknowledged", one.by(), one.reason()))
                    .orElse("–");
            for (CheckedStatement checked : sentence.statements()) {
                boolean isFirst = checked == sentence.statements().get(0);
                rows.add(List.of(
                        Cell.text(isFirst ? Integer.toString(i + 1) : ""),
                        Cell.text(isFirst ? said : ""),
                        Cell.text(meaning(checked)),
                        Cell.text(checked.statement().printed()),
                        checked.ours()
                                .map(ours -> new Cell(Written.exact(language, ours), ours))
                                .orElseGet(() -> Cell.text("–")),
                        Cell.text(verdict(checked)),
                        Cell.text(isFirst ? why : "")));
            }
        }
        return new Sheet(
                say("report.sentences"),
                List.of(
                        Column.text(say("report.sentence.number")),
                        Column.text(say("report.sentence.said")),
                        Column.text(say("claim.column.statement")),
                        Column.number(say("claim.column.printed")),
                        Column.number(say("claim.column.ours")),
                        Column.text(say("claim.column.verdict")),
                        Column.text(say("report.sentence.why"))),
                rows,
                List.of(say("report.sentences.about")));
    }

    private String meaning(CheckedStatement checked) {
        Optional<String> place = checked.statement().territory().map(code -> units().filter(
                        unit -> code.equals("%09d".formatted(unit.kato())))
                .findFirst()
                .map(unit -> unit.name(language.code()))
                .orElse(code));
        return StatementText.meaning(language, checked.statement(), place);
    }

    private Stream<TerritoryUnit> units() {
        return Stream.concat(
                report.unit().stream(),
                report.parts().stream().map(CollegiumReport.Part::unit).flatMap(Optional::stream));
    }

    private String verdict(CheckedStatement checked) {
        String remark = StatementText.remark(language, checked);
        String verdict = StatementText.verdict(language, checked);
        return remark.isEmpty() ? verdict : verdict + ". " + remark;
    }

    private String say(String key, Object... arguments) {
        return Texts.of(language, key, List.of(arguments));
    }
}
