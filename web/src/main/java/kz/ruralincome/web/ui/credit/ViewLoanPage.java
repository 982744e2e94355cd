package kz.ruralincome.web.ui.credit;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.credit.Collateral;
import kz.ruralincome.domain.credit.Disbursement;
import kz.ruralincome.domain.credit.Instalment;
import kz.ruralincome.domain.credit.LoanChange;
import kz.ruralincome.domain.credit.LoanDossier;
import kz.ruralincome.domain.credit.LoanFinding;
import kz.ruralincome.domain.credit.LoanInspection;
import kz.ruralincome.domain.credit.LoanStatus;
import kz.ruralincome.domain.credit.LoanTerms;
import kz.ruralincome.domain.credit.LoanWarning;
import kz.ruralincome.domain.credit.PaidInstalment;
import kz.ruralincome.domain.credit.Party;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** Backs {@code credit/loan.xhtml}: one loan, how it stands, and all that was ever said of it. */
@Named
@RequestScoped
public class ViewLoanPage {

    private static final int SHOWN_ELEMENTS = 3;

    @Inject
    private LoanInspection inspection;

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

    private final Asked asked = new Asked();

    private String id;
    private String asKnownOn;
    private LoanDossier dossier;

    /** Opens the loan; the look is noted by the door. */
    public void load() {
        Access.demand(access.get().seesPersons());
        long loan = identity();
        Optional<OffsetDateTime> moment = asked.moment("asKnownOn", asKnownOn);
        try {
            dossier = inspection.open(loan, moment, access.get());
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
            dossier = inspection.open(loan, Optional.empty(), access.get());
        }
    }

    private long identity() {
        try {
            return Long.parseLong(id == null ? "" : id);
        } catch (NumberFormatException malformed) {
            throw new NotFoundException("loan");
        }
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public LoanDossier getDossier() {
        return dossier;
    }

    public LoanTerms getTerms() {
        return dossier.loan().terms();
    }

    public String getPlace() {
        return getTerms()
                .kato()
                .map(kato -> territories.path(kato, calendar.today()))
                .orElse("–");
    }

    /** What coordinators look at, all of it. */
    public List<String> getFindings() {
        return Stream.concat(
                        dossier.loan().warnings().stream().map(LoanWarning::code),
                        dossier.isNotListed() ? Stream.of(LoanFinding.NOT_LISTED.code()) : Stream.empty())
                .toList();
    }

    /** What could not be checked for want of a parameter, in words. */
    public String getNotChecked() {
        return dossier.loan().notChecked().stream()
                .map(name -> language.say("credit.parameter." + name))
                .collect(joining(", "));
    }

    /** The key of the word for how an instalment stands. */
    public String standing(PaidInstalment instalment) {
        LocalDate dueOn = instalment.line().movedTo();
        if (instalment.isPaid()) {
            return "credit.instalment.paid";
        }
        if (dossier.loan().terms().status() != LoanStatus.ACTIVE) {
            return "credit.instalment.unpaid";
        }
        if (dueOn.isBefore(calendar.today())) {
            return "credit.instalment.overdue";
        }
        return instalment.paid().signum() > 0 ? "credit.instalment.part" : "credit.instalment.to-come";
    }

    /** A member's value as the page writes it. */
    public String written(LoanChange change, boolean after) {
        return (after ? change.after() : change.before())
                .map(value -> written(change.field(), value))
                .orElse("–");
    }

    private String written(String field, Object value) {
        if (value instanceof LocalDate day) {
            return format.date(day);
        }
        if (value instanceof BigDecimal number) {
            return field.endsWith("Rate") ? format.percent(number) : format.money(number);
        }
        if (value instanceof List<?> list) {
            String some = list.stream().limit(SHOWN_ELEMENTS).map(this::element).collect(joining("; "));
            return list.size() > SHOWN_ELEMENTS
                    ? language.say("credit.elements", some, list.size() - SHOWN_ELEMENTS)
                    : some;
        }
        if (value instanceof Purpose purpose) {
            return language.say("credit.purpose." + purpose);
        }
        if (value instanceof Enum<?> word) {
            return language.say("credit." + field + "." + word.name()); // credit.status.ACTIVE
        }
        if (value instanceof Iin iin) {
            return iin.digits();
        }
        return field.equals("kato") ? territories.path(value.toString(), calendar.today()) : value.toString();
    }

    private String element(Object element) {
        if (element instanceof Disbursement tranche) {
            return format.date(tranche.on()) + ": " + format.money(tranche.amount());
        }
        if (element instanceof Instalment instalment) {
            return format.date(instalment.dueOn()) + ": " + format.money(instalment.principal()) + " + "
                    + format.money(instalment.interest());
        }
        if (element instanceof Party party) {
            return language.say("credit.role." + party.role()) + ": " + party.iin();
        }
        var collateral = (Collateral) element;
        return collateral.kind() + ": " + format.money(collateral.value());
    }

    public Address getHere() {
        return Address.of("loan.xhtml").with("id", id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAsKnownOn() {
        return asKnownOn;
    }

    public void setAsKnownOn(String asKnownOn) {
        this.asKnownOn = asKnownOn;
    }
}
