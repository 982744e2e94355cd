package kz.ruralincome.web.ui.correction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.correction.CorrectionDesk;
import kz.ruralincome.domain.correction.CorrectionRequest;
import kz.ruralincome.domain.correction.FactHistory;
import kz.ruralincome.domain.intake.FactField;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.TaxRegimeText;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Refusals;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code correction/fact.xhtml}: a fact with its history, and the form that puts it right. */
@Named
@RequestScoped
public class FactPage {

    @Inject
    private CorrectionDesk desk;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private FactWords words;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private HttpServletRequest request;

    private UUID person;
    private CorrectionDesk.OpenedFact fact;
    private List<Field> fields;

    /** Opens the fact; the look is noted by the door. */
    public void load() {
        person = CorrectionServlet.personOf(request);
        fact = desk.open(person, text("list"), CorrectionServlet.number(request, "fact"), access.get());
    }

    private String text(String name) {
        String text = request.getParameter(name);
        if (text == null) {
            throw new NotFoundException("fact");
        }
        return text;
    }

    public UUID getPerson() {
        return person;
    }

    /** Where its forms go: with what the page is about, which a refused form is still about. */
    public Address getStep() {
        return Address.of("step")
                .with("person", person)
                .with("list", getRow().list())
                .with("fact", getRow().id());
    }

    public FactHistory getHistory() {
        return fact.history();
    }

    /** The version that the form is about. */
    public FactRow getRow() {
        return fact.history().last().row();
    }

    public String getName() {
        return language.personName(fact.person().name());
    }

    /** The number of the correction that waits; null: none does. */
    public Long getOpen() {
        return fact.open().orElse(null);
    }

    public boolean isCorrectable() {
        return !fact.fields().isEmpty() && fact.open().isEmpty();
    }

    public boolean isGone() {
        return fact.history().standing().isEmpty();
    }

    public int getLongestReason() {
        return CorrectionRequest.LONGEST_REASON;
    }

    public int getLongestDocument() {
        return CorrectionRequest.LONGEST_DOCUMENT;
    }

    /** What was typed when it was refused. */
    public String typed(String action, String name) {
        return action.equals(request.getParameter("action")) ? request.getParameter(name) : null;
    }

    /** The sentences that say why it was refused. */
    public List<String> getRefusals() {
        return Refusals.of(request);
    }

    /**
     * A field of the form.
     *
     * @param type {@code date} or {@code text}; of a choice empty
     */
    public record Field(
            String name, String label, String type, boolean required, String value, List<Territories.Choice> choices) {}

    /** The fields, with what was typed, else what the fact says. */
    public List<Field> getFields() {
        if (fields == null) {
            fields = fact.fields().stream().map(this::field).toList();
        }
        return fields;
    }

    private Field field(FactField field) {
        String name = CorrectionServlet.CELL + field.column();
        String typed = typed(CorrectionServlet.CORRECT, name);
        String value = typed != null ? typed : getRow().cell(field.column()).orElse("");
        boolean isChoice = field.kind() == FactField.Kind.CHOICE
                || field.kind() == FactField.Kind.UNIT
                || field.column().equals("direction")
                || field.column().equals("tax_regime");
        return new Field(
                name,
                words.column(getRow().list(), field.column()),
                isChoice ? "" : field.kind() == FactField.Kind.DAY ? "date" : "text",
                !field.mayBeEmpty(),
                value,
                isChoice ? choices(field, value) : List.of());
    }

    private List<Territories.Choice> choices(FactField field, String value) {
        List<Territories.Choice> choices = new ArrayList<>();
        if (field.kind() == FactField.Kind.UNIT) {
            territories.choicesWith(value, calendar.today()).stream()
                    .filter(choice -> choice.value().matches("[0-9]{9}"))
                    .forEach(choices::add);
        } else if (field.column().equals("direction")) {
            IntStream.rangeClosed(1, 5)
                    .mapToObj(Integer::toString)
                    .map(one -> new Territories.Choice(one, language.say("enrolment.direction." + one)))
                    .forEach(choices::add);
        } else if (field.column().equals("tax_regime")) {
            Stream.concat(TaxRegimeText.NAMED.stream(), Stream.of(value).filter(one -> !one.isEmpty()))
                    .distinct()
                    .map(one -> new Territories.Choice(one, TaxRegimeText.of(one, language)))
                    .forEach(choices::add);
        } else {
            field.choices().stream()
                    .map(one -> new Territories.Choice(one, Labels.value(field.family(), one, language.getCode())))
                    .forEach(choices::add);
        }
        return choices;
    }
}
