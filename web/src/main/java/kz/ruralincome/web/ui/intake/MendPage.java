package kz.ruralincome.web.ui.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.intake.ListCatalogue;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadProblem;
import kz.ruralincome.domain.intake.MendDesk;
import kz.ruralincome.domain.intake.RejectedPage;
import kz.ruralincome.domain.intake.RejectedRow;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.FindingText;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;

/** Backs {@code intake/mend.xhtml}: rejected rows with the cells that are wrong, to be mended and sent once more. */
@Named
@RequestScoped
public class MendPage {

    @Inject
    private MendDesk desk;

    @Inject
    private ListDesk lists;

    @Inject
    private CurrentAccess access;

    @Inject
    private LoadNames names;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private HttpServletRequest request;

    private RejectedPage page;
    private List<String> refusals = List.of();
    private List<Line> lines;
    private List<Choices> choices;

    /**
     * A row as it is written on the page.
     *
     * @param seenField the name of the hidden field that tells what the row looked like
     * @param flaws what is wrong with it and belongs to none of its cells
     * @param warnings what was noticed in it, and is no reason to refuse it
     */
    public record Line(
            long row,
            String title,
            boolean saved,
            boolean asItIs,
            String seenField,
            String seen,
            List<String> flaws,
            List<String> warnings,
            List<Field> fields) {}

    /** @param flaws why the cell was refused; choices: whether there is a list of the values of its kind */
    public record Field(String name, String column, String label, String value, List<String> flaws, boolean choices) {}

    /** What may be written into the cells of a column of kinds. */
    public record Choices(String column, List<String> labels) {}

    /** Reads the rows that the address asks for. */
    public void read() {
        var form = new MendForm(request);
        try {
            page = desk.page(form.load(), form.after(), access.get());
        } catch (RuleViolation unreadable) {
            page = new RejectedPage(
                    lists.load(form.load(), access.get()), List.of(), List.of(), 0, 0, OptionalLong.empty());
            refusals = List.of(language.say(unreadable.code(), unreadable.arguments()));
        }
        choices = ListCatalogue.named(page.load().list()).columns().stream()
                .filter(column -> page.columns().contains(column.name()))
                .map(column -> new Choices(
                        column.name(),
                        column.rule().values().stream()
                                .map(value -> Labels.value(column.rule().family(), value, language.getCode()))
                                .toList()))
                .filter(one -> !one.labels().isEmpty())
                .toList();
        lines = page.rows().stream().map(this::line).toList();
    }

    private Line line(RejectedRow row) {
        return new Line(
                row.row(),
                language.say("mend.row", format.number(row.row())),
                row.saved(),
                row.asItIs(),
                MendForm.seenField(row.row()),
                row.seen(),
                sentences(
                        row,
                        problem -> problem.error()
                                && problem.column()
                                        .filter(page.columns()::contains)
                                        .isEmpty()),
                warnings(row),
                page.columns().stream()
                        .map(column -> new Field(
                                MendForm.field(row.row(), column),
                                column,
                                Labels.column(page.load().list(), column, language.getCode()),
                                row.cells().getOrDefault(column, ""),
                                sentences(
                                        row,
                                        problem -> problem.error()
                                                && problem.column()
                                                        .filter(column::equals)
                                                        .isPresent()),
                                choices.stream().anyMatch(one -> one.column().equals(column))))
                        .toList());
    }

    /** Each with the label of its column, since a warning frames no cell. */
    private List<String> warnings(RejectedRow row) {
        return row.findings().stream()
                .filter(problem -> !problem.error())
                .map(problem -> language.say(
                        "mend.warning",
                        problem.column()
                                .map(column -> Labels.column(page.load().list(), column, language.getCode()))
                                .orElse(""),
                        FindingText.of(problem, language.get())))
                .toList();
    }

    private List<String> sentences(RejectedRow row, Predicate<LoadProblem> which) {
        return row.findings().stream()
                .filter(which)
                .map(problem -> names.sentence(problem, page.load().list()))
                .toList();
    }

    public RejectedPage getPage() {
        return page;
    }

    public List<Line> getLines() {
        return lines;
    }

    public List<Choices> getChoices() {
        return choices;
    }

    public String getListName() {
        return language.say("intake.list." + page.load().list());
    }

    public String getCounts() {
        return language.say("mend.counts", page.open(), page.saved());
    }

    public long getAfter() {
        return new MendForm(request).after();
    }

    /** The row after which the next page begins; null: this is the last. */
    public Long getNext() {
        return page.next().isPresent() ? page.next().getAsLong() : null;
    }

    public boolean isSavedJustNow() {
        return "saved".equals(request.getParameter("done"));
    }

    public List<String> getRefusals() {
        List<String> sent = Refusals.of(request);
        return sent.isEmpty() ? refusals : sent;
    }

    /** Whether the file could be read once more. */
    public boolean isReadable() {
        return refusals.isEmpty();
    }
}
