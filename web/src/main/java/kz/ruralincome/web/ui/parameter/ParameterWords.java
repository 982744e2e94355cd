package kz.ruralincome.web.ui.parameter;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.parameter.ParameterName;
import kz.ruralincome.domain.parameter.ParameterVersion;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Collation;
import kz.ruralincome.web.ui.layout.Formats;
import kz.ruralincome.web.ui.layout.Territories;

/** What pages say of parameters: values with what they are counted in, and where they hold. */
@Named
@RequestScoped
public class ParameterWords {

    @Inject
    private TerritoryTrees trees;

    @Inject
    private Territories territories;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private Formats format;

    @Inject
    private CurrentLanguage language;

    /** A value with its measure, as {@code 3 450 ₸}. */
    public String valueOf(ParameterVersion version) {
        return switch (version.name().measure()) {
            case TENGE -> language.say("parameter.value.TENGE", format.money(version.value()));
            case PERCENT -> format.percent(version.value());
            case YES_NO -> language.say(version.value().signum() == 0 ? "parameter.no" : "parameter.yes");
            case YEARS -> language.say("parameter.value.YEARS", version.value());
            case MCI_TIMES, MONTHS ->
                language.say("parameter.value." + version.name().measure(), format.number(version.value()));
        };
    }

    public List<ParameterName> getNames() {
        return List.of(ParameterName.values());
    }

    public String placeOf(Optional<Integer> unit) {
        return unit.map(code -> territories.path("%09d".formatted(code), calendar.today()))
                .orElseGet(() -> language.say("parameter.country"));
    }

    /** The whole country and its regions, by name. */
    public List<Territories.Choice> getPlaces() {
        List<Territories.Choice> places = new ArrayList<>();
        places.add(new Territories.Choice("", language.say("parameter.country")));
        trees.on(calendar.today()).roots().stream()
                .map(region -> new Territories.Choice("%09d".formatted(region.kato()), territories.nameOf(region)))
                .sorted(Comparator.comparing(Territories.Choice::label, Collation.of(language.get())))
                .forEach(places::add);
        return places;
    }

    public Address pageOf(ParameterName name, Optional<Integer> unit) {
        return Address.of("parameter.xhtml")
                .with("name", name)
                .with("kato", unit.map("%09d"::formatted).orElse(null));
    }
}
