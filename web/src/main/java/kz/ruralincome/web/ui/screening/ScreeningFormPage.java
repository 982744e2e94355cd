package kz.ruralincome.web.ui.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.screening.Flaw;
import kz.ruralincome.domain.screening.Question;
import kz.ruralincome.domain.screening.Screening;
import kz.ruralincome.domain.screening.ScreeningDesk;
import kz.ruralincome.domain.screening.ScreeningState;
import kz.ruralincome.domain.screening.Sheet;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Refusals;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code screening/form.xhtml}: one step of a draft, with what is wrong at each answer. */
@Named
@RequestScoped
public class ScreeningFormPage {

    @Inject
    private ScreeningDesk desk;

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

    private Screening draft;
    private Sheet sheet;
    private Map<String, String> flaws;
    private FormStep step;

    /** Reads the draft; one that is closed is shown by another view. */
    public String load() {
        read();
        return draft.state() == ScreeningState.DRAFT
                ? null
                : "/screening/view.xhtml?faces-redirect=true&id=" + draft.id();
    }

    private void read() {
        draft = desk.open(SentForm.idOf(request), access.get());
        step = FormStep.of(request.getParameter("step")).orElse(FormStep.PLACE);
        var typed = (SentForm) request.getAttribute(SentForm.class.getName());
        sheet = typed == null ? draft.sheet() : typed.again(draft.sheet());
        flaws = draft.flaws().stream()
                .filter(flaw -> sheet.at(flaw.place()).equals(draft.sheet().at(flaw.place())))
                .collect(Collectors.toMap(Flaw::place, flaw -> FlawText.of(flaw, language), (one, other) -> one));
    }

    public Screening getDraft() {
        return draft;
    }

    /** Why it is a draft again, having been finished; empty: it never was. */
    public String getReopened() {
        return draft.reopened()
                .map(reopened -> language.say(
                        "screening.reopened",
                        reopened.by(),
                        format.moment(reopened.at()),
                        FlawText.lists(reopened.lists(), language)))
                .orElse("");
    }

    /** What it has put into the lists that was not taken back. */
    public List<Standing> getStanding() {
        return draft.reopened().stream()
                .flatMap(reopened -> reopened.standing().stream())
                .map(load -> new Standing(load.load(), language.say("intake.list." + load.list())))
                .toList();
    }

    /** A load that stands and the list that it went into. */
    public record Standing(UUID load, String list) {}

    public FormStep getStep() {
        return step;
    }

    public FormStep[] getSteps() {
        return FormStep.values();
    }

    /** The sentences that say why something was not done. */
    public List<String> getRefusals() {
        return Refusals.of(request);
    }

    /** Tells the members of the draft apart from others, without naming them. */
    public String getPeople() {
        return SentForm.people(draft.sheet());
    }

    /** The answer at a place. */
    public String at(String place) {
        return sheet.at(place);
    }

    /** What is wrong there; empty when nothing is known to be. */
    public String flawAt(String place) {
        return flaws.getOrDefault(place, "");
    }

    /** Everything that is wrong, with where it is to be mended. */
    public List<Line> getFlaws() {
        return draft.flaws().stream()
                .map(flaw -> new Line(
                        FormStep.ofPlace(flaw.place()).code(),
                        "#" + (flaw.place().equals("members") ? "main" : flaw.place()),
                        label(flaw.place()),
                        FlawText.of(flaw, language)))
                .toList();
    }

    /** A flaw in a list: the step and the field that it leads to. */
    public record Line(String step, String anchor, String label, String sentence) {}

    /** Whose answer it is and to what. */
    private String label(String place) {
        if (!place.startsWith("member.")) {
            return language.say("screening.question." + place);
        }
        String[] parts = place.split("\\.", 3);
        String question = parts[2].startsWith("income.")
                ? language.say("screening.income.of", incomeLabel(parts[2].substring("income.".length())))
                : questionLabel(parts[2]);
        return nameOf(Integer.parseInt(parts[1])) + ": " + question;
    }

    private String questionLabel(String question) {
        return language.say("screening.question." + question);
    }

    /** What a source of income is called. */
    public String incomeLabel(String kind) {
        return Labels.value("income_kind", kind, language.getCode());
    }

    /** The members by their places in the sheet. */
    public List<Integer> getMembers() {
        return IntStream.range(0, sheet.members().size()).boxed().toList();
    }

    /** Those who live in the household: the gone are asked nothing. */
    public List<Integer> getDwellers() {
        return getMembers().stream().filter(member -> !is(member, "gone")).toList();
    }

    public boolean is(int member, String question) {
        return !sheet.at(Sheet.place(member, question)).isEmpty();
    }

    public String place(int member, String question) {
        return Sheet.place(member, question);
    }

    /** What a member is called, or the number under which they stand. */
    public String nameOf(int member) {
        String name = (sheet.at(Sheet.place(member, "family_name")) + " " + sheet.at(Sheet.place(member, "given_name")))
                .strip();
        return name.isEmpty() ? language.say("screening.member", member + 1) : name;
    }

    /** The units where a household may live. */
    public List<Territories.Choice> getUnits() {
        String chosen = sheet.at("kato");
        var today = calendar.today();
        return (chosen.isEmpty() ? territories.choices(today) : territories.choicesWith(chosen, today))
                .stream().filter(choice -> choice.value().matches("[0-9]{9}")).toList();
    }

    public List<Option> getRelations() {
        return options("relation", Question.RELATIONS);
    }

    public List<Option> getSexes() {
        return options("sex", List.of("F", "M"));
    }

    public List<Option> getOccupations() {
        return options("occupation_kind", Question.OCCUPATIONS);
    }

    private List<Option> options(String family, List<String> values) {
        return values.stream()
                .map(value -> new Option(value, Labels.value(family, value, language.getCode())))
                .toList();
    }

    public List<Option> getDirections() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new Option(Integer.toString(number), language.say("enrolment.direction." + number)))
                .toList();
    }

    public List<Option> getPurposes() {
        return List.of(Purpose.values()).stream()
                .map(purpose -> new Option(purpose.name(), language.say("credit.purpose." + purpose)))
                .toList();
    }

    public List<String> getIncomes() {
        return Question.INCOMES;
    }

    public List<String> getLand() {
        return Question.LAND;
    }

    public List<String> getLivestock() {
        return Question.LIVESTOCK;
    }

    /** The quarter whose incomes are asked, in words. */
    public String getQuarter() {
        return format.quarter(draft.quarter().orElse(null));
    }

    /** One of the answers that there are. */
    public record Option(String value, String label) {}
}
