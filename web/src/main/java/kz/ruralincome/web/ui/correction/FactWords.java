package kz.ruralincome.web.ui.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.correction.FactHistory;
import kz.ruralincome.domain.correction.FactHistory.Version;
import kz.ruralincome.domain.intake.FactField;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.FactRows;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.TaxRegimeText;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Facts in the reader's words. */
@Named
@RequestScoped
public class FactWords {

    private static final Map<String, String> VALUE = Map.of(
            "members", "relation",
            "households", "kato",
            "payments", "amount",
            "registrations", "status",
            "enrolments", "direction",
            "consents", "scope",
            "suspensions", "reason");
    private static final Map<String, String> DETAIL = Map.of(
            "members", "household_no",
            "households", "address",
            "assistance", "monthly_amount",
            "payments", "reference",
            "occupations", "source",
            "incomes", "amount",
            "registrations", "reason",
            "enrolments", "kato",
            "consents", "document",
            "suspensions", "end_reason");

    private static final List<String> OF_A_SUSPENSION = List.of("from", "to", "reason", "end_reason");

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    /** What the facts of a list are. */
    public String list(String list) {
        return language.say("participant.list." + list);
    }

    /** What a cell of a fact is. */
    public String column(String list, String column) {
        return column.equals("end_reason")
                ? language.say("person.end_reason")
                : Labels.column(list, column, language.getCode());
    }

    /** What a cell says; of an empty one that nothing does. */
    public String cell(String list, String column, Optional<String> said) {
        if (said.isEmpty()) {
            return switch (column) {
                case "to" -> language.say("person.still");
                case "from" -> language.say("person.always");
                default -> language.say("correction.empty");
            };
        }
        String text = said.get();
        Optional<FactField> field = FactRows.fields(list).stream()
                .filter(one -> one.column().equals(column))
                .findFirst();
        String family = field.map(FactField::family).orElse("");
        if (!family.isEmpty()) {
            return Labels.value(family, text, language.getCode());
        }
        return switch (column) {
            case "kato" -> text.matches("[0-9]{9}") ? territories.path(text, calendar.today()) : text;
            case "direction" -> text.matches("[1-5]") ? language.say("enrolment.direction." + text) : text;
            case "tax_regime" -> TaxRegimeText.of(text, language);
            case "amount", "monthly_amount", "per_capita_income" -> money(text);
            default -> day(text);
        };
    }

    private String money(String text) {
        return text.matches("-?[0-9]+([.][0-9]+)?") ? format.money(new BigDecimal(text)) : text;
    }

    private String day(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? format.date(LocalDate.parse(text)) : text;
    }

    /** The kind, status or place that a fact tells; a dash where being there is all. */
    public String value(FactRow row) {
        return told(row, VALUE.getOrDefault(row.list(), "kind"));
    }

    /** What goes with it: a source, an amount, a number. */
    public String detail(FactRow row) {
        String column = DETAIL.get(row.list());
        if (column == null || row.cell(column).isEmpty()) {
            return "–";
        }
        String text = told(row, column);
        return switch (column) {
            case "household_no" -> language.say("participant.household", text);
            case "monthly_amount" -> language.say("participant.monthly", text);
            default -> text;
        };
    }

    private String told(FactRow row, String column) {
        return row.cell(column).isEmpty() ? "–" : cell(row.list(), column, row.cell(column));
    }

    /** The first day of a fact, or its only one, or its quarter. */
    public String from(FactRow row) {
        return row.cell("from")
                .or(() -> row.cell("date"))
                .or(() -> row.cell("paid_on"))
                .or(() -> row.cell("quarter"))
                .map(this::day)
                .orElseGet(() -> language.say("person.always"));
    }

    /** The first day on which it is no longer so; a dash where a fact is of one day. */
    public String to(FactRow row) {
        boolean hasEnd = columns(row.list()).contains("to");
        return hasEnd ? cell(row.list(), "to", row.cell("to")) : "–";
    }

    /** A fact in a line: what it is, its kind, and its days. */
    public String title(FactRow row) {
        String value = value(row);
        return list(row.list())
                + (value.equals("–") ? "" : ", " + value)
                + ", "
                + from(row)
                + (to(row).equals("–") ? "" : " – " + to(row));
    }

    /** A cell of a fact, and what it said before; equal where it says the same. */
    public record Line(String column, String before, String now) {

        public boolean isChanged() {
            return !before.equals(now);
        }
    }

    /** Every cell that says something in one of the two, in the order of the columns. */
    public List<Line> lines(String list, Map<String, String> before, Map<String, String> now) {
        List<Line> lines = new ArrayList<>();
        for (String column : columns(list)) {
            if (before.containsKey(column) || now.containsKey(column)) {
                lines.add(new Line(
                        column(list, column),
                        cell(list, column, Optional.ofNullable(before.get(column))),
                        cell(list, column, Optional.ofNullable(now.get(column)))));
            }
        }
        return lines;
    }

    private static List<String> columns(String list) {
        if (list.equals("suspensions")) {
            return OF_A_SUSPENSION;
        }
        List<String> columns = new ArrayList<>();
        if (!FactRows.isOfPerson(list)) {
            columns.add("household_no");
        }
        FactRows.fields(list).forEach(field -> columns.add(field.column()));
        return columns;
    }

    /**
     * A step of a history.
     *
     * @param isWithdrawal nothing has come in the place of what was said
     * @param lines what is said now; after the first step that which is another alone
     */
    public record Told(FactHistory.Writing writing, boolean isFirst, boolean isWithdrawal, List<Line> lines) {}

    /** A history as steps: this was said, then that. */
    public List<Told> told(FactHistory history) {
        List<Told> told = new ArrayList<>();
        List<Version> versions = history.versions();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            Map<String, String> before =
                    i == 0 ? Map.of() : versions.get(i - 1).row().cells();
            boolean isFirst = i == 0;
            told.add(new Told(
                    version.written(),
                    isFirst,
                    false,
                    lines(history.list(), before, version.row().cells()).stream()
                            .filter(line -> isFirst || line.isChanged())
                            .toList()));
            Optional<Long> followedBy = i + 1 < versions.size()
                    ? Optional.of(versions.get(i + 1).row().revision())
                    : Optional.empty();
            boolean isFollowed = version.row().superseded().equals(followedBy);
            if (version.replaced().isPresent() && !isFollowed) {
                told.add(new Told(version.replaced().get(), false, true, List.of()));
            }
        }
        return told;
    }

    /** Whence something came. */
    public String origin(FactHistory.Writing writing) {
        return switch (writing.origin()) {
            case FILE -> language.say("person.origin.FILE", writing.file().orElse("–"));
            case CORRECTION ->
                language.say(
                        "person.origin.CORRECTION",
                        Long.toString(writing.correction().orElseThrow().id()));
            default -> language.say("person.origin." + writing.origin());
        };
    }
}
