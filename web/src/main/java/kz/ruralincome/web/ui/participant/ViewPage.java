package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.correction.FactBook;
import kz.ruralincome.domain.correction.FactHistory;
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
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code participant/view.xhtml}: a person, their timeline, the facts behind it, and their loans. */
@Named
@RequestScoped
public class ViewPage {

    @Inject
    private Participants people;

    @Inject
    private FactBook book;

    @Inject
    private PersonMovement movement;

    @Inject
    private LoanRegister register;

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
    private List<PersonMovement.Period> periods = List.of();
    private TimelinePicture picture;
    private LoanListing loans;
    private List<FactHistory> facts = List.of();

    /** Opens the person; the look is noted by the doors. */
    public void load() {
        UUID person = identity();
        file = people.open(person, access.get());
        facts = book.of(person, access.get()).stream()
                .filter(fact -> fact.standing().isPresent())
                .toList();
        periods = movement.timeline(person, access.get());
        picture = TimelinePicture.of(periods, calendar.today());
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
        return file.summary().name().isEmpty()
                ? language.say("participant.nameless")
                : file.summary().name();
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

    public List<PersonMovement.Period> getPeriods() {
        return periods;
    }

    public TimelinePicture getPicture() {
        return picture;
    }

    /** Their loans, the first page of them. */
    public LoanListing getLoans() {
        return loans;
    }

    /** What stands of them, the newest first. */
    public List<FactHistory> getFacts() {
        return facts;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
