package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.correction.FactBook;
import kz.ruralincome.domain.correction.FactHistory;
import kz.ruralincome.domain.credit.LoanCourses;
import kz.ruralincome.domain.credit.LoanFilter;
import kz.ruralincome.domain.credit.LoanListing;
import kz.ruralincome.domain.credit.LoanOrder;
import kz.ruralincome.domain.credit.LoanRegister;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.movement.PersonMovement;
import kz.ruralincome.domain.participant.Participants;
import kz.ruralincome.domain.participant.PersonFile;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.language.Written;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code participant/view.xhtml}: a person, their timeline, the facts behind it, and their loans. */
@Named
@RequestScoped
public class ViewPage {

    private static final List<String> LOOKS = List.of(
            "enterprise",
            "suspended",
            "assistance",
            "work",
            "no-work",
            "none",
            "due-0",
            "due-1",
            "due-2",
            "due-3",
            "due-4",
            "plain");

    /** What is told apart from the rest, since there is much of it. */
    private static final Set<String> MONEY = Set.of("incomes", "payments");

    @Inject
    private Participants people;

    @Inject
    private FactBook book;

    @Inject
    private PersonMovement movement;

    @Inject
    private LoanRegister register;

    @Inject
    private LoanCourses courses;

    @Inject
    private Lanes drawing;

    @Inject
    private HouseholdPart household;

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

    private String id;
    private PersonFile file;
    private List<Lane> lanes = List.of();
    private TimelinePicture picture;
    private LoanListing loans;
    private List<FactHistory> facts = List.of();
    private List<FactHistory> money = List.of();

    /** Opens the person; the look is noted by the doors. */
    public void load() {
        UUID person = identity();
        file = people.open(person, access.get());
        List<FactHistory> standing = book.of(person, access.get()).stream()
                .filter(fact -> fact.standing().isPresent())
                .toList();
        facts = standing.stream().filter(fact -> !MONEY.contains(fact.list())).toList();
        money = standing.stream().filter(fact -> MONEY.contains(fact.list())).toList();
        lanes = drawing.of(
                movement.timeline(person, access.get()),
                facts.stream().map(fact -> fact.last().row()).toList(),
                courses.of(person, access.get()));
        picture = TimelinePicture.of(lanes, calendar.today());
        household.load(person);
        loans = register.page(LoanFilter.of(person), LoanOrder.NEWEST, Optional.empty(), access.get());
    }

    private UUID identity() {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("participant");
        }
    }

    public String getName() {
        return language.personName(file.summary().name());
    }

    public String getIin() {
        return file.summary().iin().digits();
    }

    public String getState() {
        return language.say("movement.state." + file.summary().state());
    }

    public String getPlace() {
        return territories.placeOf(file.summary().territory());
    }

    public String getBirthDate() {
        return format.date(file.birthDate().orElse(null));
    }

    public String getSex() {
        return file.sex()
                .map(sex -> Labels.value("sex", sex, language.getCode()))
                .orElse("–");
    }

    public String getPhone() {
        return file.phone().orElse("–");
    }

    public List<Lane> getLanes() {
        return lanes;
    }

    public TimelinePicture getPicture() {
        return picture;
    }

    /** The looks that bars of the picture have, each once. */
    public List<String> getLooks() {
        return picture.bars().stream()
                .map(TimelinePicture.Bar::look)
                .distinct()
                .sorted(Comparator.comparing(LOOKS::indexOf))
                .toList();
    }

    public String wordsOf(String look) {
        return language.say("person.look." + look);
    }

    /** A day on the line of days: the year it begins, else the month and the year. */
    public String tickOf(TimelinePicture.Tick tick) {
        return tick.isYear() ? Integer.toString(tick.day().getYear()) : Written.month(language.get(), tick.day());
    }

    /** All that is known of a spell, in a line. */
    public String told(Lane.Spell spell) {
        return spell.label() + (spell.detail().isEmpty() ? "" : ", " + spell.detail()) + ", " + fromOf(spell) + " – "
                + toOf(spell);
    }

    public String fromOf(Lane.Spell spell) {
        return spell.from().map(format::date).orElseGet(() -> language.say("person.always"));
    }

    public String toOf(Lane.Spell spell) {
        return spell.to().map(format::date).orElseGet(() -> language.say("person.still"));
    }

    /** Their loans, the first page of them. */
    public LoanListing getLoans() {
        return loans;
    }

    /** What stands of them but for money, the newest first. */
    public List<FactHistory> getFacts() {
        return facts;
    }

    /** Incomes and payments that stand, the newest first. */
    public List<FactHistory> getMoney() {
        return money;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
