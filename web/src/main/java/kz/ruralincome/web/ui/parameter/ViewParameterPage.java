package kz.ruralincome.web.ui.parameter;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.parameter.ParameterDesk;
import kz.ruralincome.domain.parameter.ParameterName;
import kz.ruralincome.domain.parameter.ParameterSeries;
import kz.ruralincome.domain.parameter.ParameterVersion;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;

/** Backs {@code parameter/parameter.xhtml}: one parameter in one place, its versions, what stood before, and a new value. */
@Named
@RequestScoped
public class ViewParameterPage {

    @Inject
    private ParameterDesk desk;

    @Inject
    private ParameterWords words;

    @Inject
    private CurrentAccess access;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    private final Asked asked = new Asked();

    private ParameterName name;
    private String kato;
    private String asKnownOn;
    private Optional<OffsetDateTime> known = Optional.empty();
    private String from;
    private String value;
    private String document;
    private ParameterSeries series;
    private List<ParameterVersion> superseded;

    @PostConstruct
    void begin() {
        Access.demand(access.get().administers());
        name = Arrays.stream(ParameterName.values())
                .filter(one -> one.name().equals(request.getParameter("name")))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("parameter"));
        kato = Asked.text(request.getParameter("kato")).orElse("");
        asKnownOn = request.getParameter("asKnownOn");
        known = asked.moment("asKnownOn", asKnownOn);
    }

    /** Records the value that was typed; it stands in the history of loads like a list. */
    public String record() {
        return asked.goOn(() -> {
            desk.record(name, unit(), text(from), text(value), text(document), access.get());
            return "/parameter/" + words.pageOf(name, unit()) + "&recorded=1&faces-redirect=true";
        });
    }

    /** The versions, as the address asks; those of now while a form is answered. */
    public ParameterSeries getSeries() {
        if (series == null) {
            try {
                series = desk.one(name, unit(), moment(), access.get());
            } catch (InvalidRequest refusal) {
                asked.refused(refusal);
                known = Optional.empty();
                series = desk.one(name, unit(), known, access.get());
            }
        }
        return series;
    }

    public List<ParameterVersion> getSuperseded() {
        if (superseded == null) {
            superseded = desk.superseded(name, unit(), access.get());
        }
        return superseded;
    }

    /** The moment as known on which it is shown; null: now. */
    public OffsetDateTime getKnownOn() {
        return moment().orElse(null);
    }

    private Optional<OffsetDateTime> moment() {
        return known;
    }

    private Optional<Integer> unit() {
        if (kato.isEmpty()) {
            return Optional.empty();
        }
        if (!kato.matches("[0-9]{9}")) {
            throw new NotFoundException("parameter");
        }
        return Optional.of(Integer.valueOf(kato));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    public List<String> getErrors() {
        return asked.sentences(language);
    }

    public Address getHere() {
        return words.pageOf(name, unit());
    }

    public String getPlace() {
        return words.placeOf(unit());
    }

    public ParameterName getName() {
        return name;
    }

    public String getKato() {
        return kato;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(String document) {
        this.document = document;
    }
}
