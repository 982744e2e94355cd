package kz.ruralincome.web.report;

import java.util.List;
import kz.ruralincome.domain.assignment.Assignment;
import kz.ruralincome.domain.assignment.AssignmentState;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.language.Written;
import kz.ruralincome.web.report.Sheet.Cell;
import kz.ruralincome.web.report.Sheet.Column;

/** Puts the assignments of a report into words. */
final class AssignmentSheet {

    private final AssignmentsOn assignments;
    private final Language language;

    private AssignmentSheet(AssignmentsOn assignments, Language language) {
        this.assignments = assignments;
        this.language = language;
    }

    static Sheet of(AssignmentsOn assignments, Language language) {
        return new AssignmentSheet(assignments, language).sheet();
    }

    private Sheet sheet() {
        String title = say("assignment.sheet", Written.day(language, assignments.day()));
        if (assignments.items().isEmpty()) {
            return new Sheet(title, List.of(), List.of(), List.of(say("assignment.sheet.none")));
        }
        return new Sheet(
                title,
                List.of(
                        Column.text(say("assignment.number")),
                        Column.text(say("assignment.text")),
                        Column.text(say("assignment.owner")),
                        Column.text(say("outcome.territory")),
                        Column.text(say("assignment.due")),
                        Column.text(say("assignment.state")),
                        Column.text(say("assignment.answer"))),
                assignments.items().stream().map(this::row).toList(),
                List.of(say("assignment.sheet.about", Written.moment(language, assignments.moment()))));
    }

    private List<Cell> row(Assignment one) {
        String due = Written.day(language, one.dueOn());
        return List.of(
                Cell.text(say("assignment.open", Integer.toString(one.number()))),
                Cell.text(one.text()),
                Cell.text(one.owner().name()),
                Cell.text(assignments
                        .unitOf(one)
                        .map(unit -> unit.name(language.code()))
                        .orElseGet(() -> "%09d".formatted(one.unit()))),
                Cell.text(one.isOverdue(assignments.day()) ? say("assignment.sheet.overdue", due) : due),
                Cell.text(say("assignment.state." + one.state())),
                Cell.text(answer(one)));
    }

    /** What was answered, and why that does not do; of one closed without an answer, why. */
    private String answer(Assignment one) {
        String answer = one.answer().orElse("");
        if (one.state() == AssignmentState.SENT_BACK) {
            return say("assignment.sheet.sent-back", answer, one.last().words().orElse(""));
        }
        return one.answer().or(one.last()::words).orElse("–");
    }

    private String say(String key, Object... arguments) {
        return Texts.of(language, key, List.of(arguments));
    }
}
