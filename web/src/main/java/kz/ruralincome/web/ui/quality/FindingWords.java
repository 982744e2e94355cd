package kz.ruralincome.web.ui.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.intake.Labels;
import kz.ruralincome.domain.quality.Finding;
import kz.ruralincome.domain.quality.Finding.Fact;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** A finding in words: whom it concerns, what it rests on, and where it is. */
@Named
@RequestScoped
public class FindingWords {

    /** The families of the labels of what a fact says. */
    private static final Map<String, String> FAMILIES = Map.of(
            "members", "relation",
            "occupations", "occupation_kind",
            "registrations", "registration_status",
            "measures", "measure_kind",
            "vital-events", "vital_kind",
            "consents", "consent_scope",
            "incomes", "income_kind");

    /** Facts of one day, of which no end is told. */
    private static final Set<String> OF_A_DAY = Set.of("birth-date", "loans", "vital-events", "incomes");

    @Inject
    private CurrentLanguage language;

    @Inject
    private Formats format;

    @Inject
    private Territories territories;

    /** A fact as a sentence: what, of which kind, by whom, from when. */
    public String of(Fact fact) {
        var said = new StringBuilder();
        valueOf(fact).ifPresent(value -> said.append(value).append(", "));
        said.append(when(fact));
        return language.say("quality.fact", language.say("quality.list." + fact.list()), said);
    }

    private Optional<String> valueOf(Fact fact) {
        String detail = fact.detail()
                .map(text -> " ("
                        + (fact.list().equals("members")
                                ? language.say("quality.household", text)
                                : Labels.value("occupation_source", text, language.getCode()))
                        + ")")
                .orElse("");
        String family = FAMILIES.get(fact.list());
        return fact.value()
                .map(value -> (family == null
                                ? language.say("participant.direction", value)
                                : Labels.value(family, value, language.getCode()))
                        + detail);
    }

    private String when(Fact fact) {
        String from = fact.from().map(format::date).orElse(null);
        String to = fact.to().map(format::date).orElse(null);
        if (OF_A_DAY.contains(fact.list())) {
            return from;
        }
        if (from == null) {
            return to == null ? language.say("quality.fact.always") : language.say("quality.fact.until", to);
        }
        return to == null ? language.say("quality.fact.since", from) : language.say("quality.fact.spell", from, to);
    }

    public String placeOf(Finding finding) {
        return territories.placeOf(finding.place());
    }

    public String nameOf(Finding.Who person) {
        return language.personName(person.name());
    }

    /** What the finding is about, in a few words: for links that are read without what stands around them. */
    public String subjectOf(Finding finding) {
        return finding.loan()
                .map(loan -> language.say("quality.loan", loan.number()))
                .or(() -> finding.household().map(number -> language.say("quality.household", number)))
                .or(() -> finding.person().map(this::nameOf))
                .orElse("–");
    }
}
