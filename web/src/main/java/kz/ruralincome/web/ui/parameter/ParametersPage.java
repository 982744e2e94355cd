package kz.ruralincome.web.ui.parameter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.parameter.ParameterDesk;
import kz.ruralincome.domain.parameter.ParameterSeries;
import kz.ruralincome.domain.parameter.ParameterVersion;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code parameter/parameters.xhtml}: what holds today, and what will. */
@Named
@RequestScoped
public class ParametersPage {

    @Inject
    private ParameterDesk desk;

    @Inject
    private ParameterWords words;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    private final Asked asked = new Asked();

    private String asKnownOn;
    private List<ParameterSeries> series;

    /** Reads what the address asks for. */
    public void load() {
        Access.demand(access.get().administers());
        Optional<OffsetDateTime> moment = asked.moment("asKnownOn", asKnownOn);
        if (asked.isWrong()) {
            return;
        }
        try {
            series = desk.all(moment, access.get());
        } catch (InvalidRequest refusal) {
            asked.refused(refusal);
        }
    }

    public List<ParameterSeries> getSeries() {
        return series;
    }

    public ParameterVersion held(ParameterSeries one) {
        return one.on(calendar.today()).orElse(null);
    }

    public ParameterVersion coming(ParameterSeries one) {
        return one.after(calendar.today()).orElse(null);
    }

    /** The page of a parameter, as known on the same moment. */
    public Address pageOf(ParameterSeries one) {
        return words.pageOf(one.name(), one.unit()).with("asKnownOn", asKnownOn);
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public String getAsKnownOn() {
        return asKnownOn;
    }

    public void setAsKnownOn(String asKnownOn) {
        this.asKnownOn = asKnownOn;
    }
}
