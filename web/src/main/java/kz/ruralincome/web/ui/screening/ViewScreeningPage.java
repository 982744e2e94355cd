package kz.ruralincome.web.ui.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.screening.Question;
import kz.ruralincome.domain.screening.Screening;
import kz.ruralincome.domain.screening.ScreeningDesk;
import kz.ruralincome.domain.screening.ScreeningLoads;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code screening/view.xhtml}: what a household has answered, word by word. */
@Named
@RequestScoped
public class ViewScreeningPage {

    private static final List<String> OF_MEMBER = List.of(
            "iin",
            "relation",
            "birth_date",
            "sex",
            "phone",
            "gone",
            "occupation",
            "wish",
            "direction",
            "loan",
            "loan_purpose",
            "training");

    @Inject
    private ScreeningDesk desk;

    @Inject
    private ScreeningLoads made;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private Formats format;

    @Inject
    private HttpServletRequest request;

    private Screening screening;
    private Map<String, UUID> persons;
    private List<LoadLine> loads;

    /** A load that the screening made. */
    public record LoadLine(UUID id, String list, String received, String state) {}

    /** A question and what was answered. */
    public record Answer(String question, String text) {}

    /**
     * What was answered of a member.
     *
     * @param address of their page; null while the register does not know them
     */
    public record Member(String name, String address, List<Answer> answers) {}

    /** Opens the screening; the look is noted by the door. */
    public void load() {
        screening = desk.open(SentForm.idOf(request), access.get());
        persons = desk.persons(screening.id(), access.get());
    }

    public Screening getScreening() {
        return screening;
    }

    public List<LoadLine> getLoads() {
        if (loads == null) {
            loads = made.of(screening, access.get()).stream()
                    .map(load -> new LoadLine(
                            load.id(),
                            language.say("intake.list." + load.list()),
                            format.moment(load.receivedAt()),
                            language.say("intake.state." + load.state())))
                    .toList();
        }
        return loads;
    }

    public boolean isJustFinished() {
        return "finished".equals(request.getParameter("done"));
    }

    public List<Answer> getHousehold() {
        Stream<String> questions = Stream.of("day", "kato", "address");
        return answered(screening.sheet().household(), questions);
    }

    public List<Answer> getHoldings() {
        return answered(
                screening.sheet().household(),
                Stream.concat(
                        Question.LAND.stream().map(kind -> "land." + kind),
                        Question.LIVESTOCK.stream().map(kind -> "livestock." + kind)));
    }

    public List<Member> getMembers() {
        List<Member> members = new ArrayList<>();
        for (Map<String, String> said : screening.sheet().members()) {
            String name = String.join(
                            " ",
                            said.getOrDefault("family_name", ""),
                            said.getOrDefault("given_name", ""),
                            said.getOrDefault("patronymic", ""))
                    .strip();
            UUID person = persons.get(said.getOrDefault("iin", ""));
            members.add(new Member(
                    name.isEmpty() ? language.say("screening.member", members.size() + 1) : name,
                    person == null ? null : "../participant/view.xhtml?id=" + person,
                    answered(
                            said,
                            Stream.concat(
                                    OF_MEMBER.stream(),
                                    Question.INCOMES.stream().map(kind -> "income." + kind)))));
        }
        return members;
    }

    private List<Answer> answered(Map<String, String> said, Stream<String> questions) {
        return questions
                .filter(said::containsKey)
                .map(question -> new Answer(label(question), text(question, said.get(question))))
                .toList();
    }

    private String label(String question) {
        return question.startsWith("income.")
                ? language.say(
                        "screening.income.of",
                        Labels.value("income_kind", question.substring("income.".length()), language.getCode()))
                : language.say("screening.question." + question);
    }

    private String text(String question, String text) {
        if (question.startsWith("income.")) {
            return sum(text);
        }
        return switch (question) {
            case "day", "birth_date" -> date(text);
            case "loan" -> sum(text);
            case "kato" -> territories.path(text, calendar.today());
            case "relation" -> Labels.value("relation", text, language.getCode());
            case "sex" -> Labels.value("sex", text, language.getCode());
            case "occupation" -> Labels.value("occupation_kind", text, language.getCode());
            case "gone", "wish" -> language.say("screening.yes");
            case "direction" -> text.matches("[1-5]") ? language.say("enrolment.direction." + text) : text;
            case "loan_purpose" -> language.say("credit.purpose." + text);
            default -> text;
        };
    }

    /** As the reader writes it, where it is a day at all: a cancelled draft may hold anything. */
    private String date(String text) {
        try {
            return format.date(LocalDate.parse(text));
        } catch (DateTimeParseException notOne) {
            return text;
        }
    }

    private String sum(String text) {
        String plain = text.replaceAll("[ \u00a0]", "").replace(',', '.');
        return plain.matches("[0-9]{1,15}([.][0-9]{1,2})?") ? format.money(new BigDecimal(plain)) : text;
    }

    public String getQuarter() {
        return format.quarter(screening.quarter().orElse(null));
    }
}
