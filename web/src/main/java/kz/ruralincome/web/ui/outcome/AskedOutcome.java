package kz.ruralincome.web.ui.outcome;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.web.language.CurrentLanguage;
import kz.ruralincome.web.security.CurrentAccess;
import kz.ruralincome.web.ui.layout.Address;
import kz.ruralincome.web.ui.layout.Asked;
import kz.ruralincome.web.ui.layout.Territories;

/**
 * What is chosen on the views of outcomes, as their addresses say it: the day, the day it is compared with, the territory,
 * of whom, and as known on which moment. All views have these five in common, so that a choice goes along from one to the
 * next (see {@code Menu}); a view that has no use for one of them hands it on.
 */
public abstract class AskedOutcome {

    @Inject
    private CurrentAccess caller;

    @Inject
    private CurrentLanguage tongue;

    @Inject
    private BusinessCalendar today;

    @Inject
    private Territories places;

    private final Asked asked = new Asked();

    private String asOf;
    private String from;
    private String territory;
    private String population;
    private String asKnownOn;

    private LocalDate day;
    private LocalDate dayBefore;
    private Population whom = Population.ALL;
    private Optional<OffsetDateTime> moment = Optional.empty();

    protected Asked asked() {
        return asked;
    }

    /** Reads the address; false: it makes no sense as it is written. */
    protected boolean isUnderstood() {
        day = asked.date("asOf", asOf, today.today());
        dayBefore = asked.date("from", from, defaultDayBefore(day));
        whom = asked.oneOf("population", population, Population.ALL);
        moment = asked.moment("asKnownOn", asKnownOn);
        return !asked.isWrong();
    }

    /** The day with which a view compares unless another is chosen. */
    protected LocalDate defaultDayBefore(LocalDate asOf) {
        return asOf.minusYears(1);
    }

    /** As of when the facts are read, if that is chosen. */
    protected Optional<OffsetDateTime> moment() {
        return moment;
    }

    /** As chosen; empty: everyone, or the territory of an account that is bound to one. */
    protected Optional<String> askedTerritory() {
        return Asked.text(territory);
    }

    /** The address of a view with what is chosen here; what is left open stays open. */
    protected Address chosen(String view) {
        return Address.of(view)
                .with("asOf", asOf)
                .with("from", from)
                .with("territory", askedTerritory().orElse(null))
                .with("population", population)
                .with("asKnownOn", asKnownOn);
    }

    /** The address of a view with what is shown here, days that were left open included. */
    protected Address shown(String view) {
        return chosen(view).with("asOf", day).with("from", dayBefore);
    }

    /**
     * Where the people behind figures of a view are listed; empty for those who may not see them.
     *
     * @param knownOn that of the figures, so that the lists hold what they count
     */
    protected Optional<Address> members(FigureMembersPage.View view, OffsetDateTime knownOn) {
        return Optional.of(shown("figure-members.xhtml").with("view", view).with("asKnownOn", knownOn))
                .filter(address -> caller.get().seesPersons());
    }

    public List<String> getErrors() {
        return asked.sentences(tongue);
    }

    public LocalDate getDay() {
        return day;
    }

    public LocalDate getDayBefore() {
        return dayBefore;
    }

    public Population getWhom() {
        return whom;
    }

    public Population[] getPopulations() {
        return Population.values();
    }

    public List<Territories.Choice> getTerritoryChoices() {
        return places.choicesWith(getTerritory(), day);
    }

    /** What the territory of an answer is called. */
    protected String nameOf(Optional<String> answered) {
        return places.name(answered.orElse(""), day);
    }

    public String getAsOf() {
        return asOf;
    }

    public void setAsOf(String asOf) {
        this.asOf = asOf;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    /** As chosen; an account that is bound to a territory has that one by default; empty: everyone. */
    public String getTerritory() {
        Access access = caller.get();
        return askedTerritory()
                .orElseGet(() -> access.territory().map("%09d"::formatted).orElse(""));
    }

    public void setTerritory(String territory) {
        this.territory = territory;
    }

    public String getPopulation() {
        return population;
    }

    public void setPopulation(String population) {
        this.population = population;
    }

    public String getAsKnownOn() {
        return asKnownOn;
    }

    public void setAsKnownOn(String asKnownOn) {
        this.asKnownOn = asKnownOn;
    }
}
