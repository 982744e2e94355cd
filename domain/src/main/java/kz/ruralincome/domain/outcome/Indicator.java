package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.Indicator.Kind.FLOW;
import static kz.ruralincome.domain.outcome.Indicator.Kind.STOCK;
import static kz.ruralincome.domain.outcome.Indicator.Ranking.LARGEST_FIRST;
import static kz.ruralincome.domain.outcome.Indicator.Ranking.NONE;
import static kz.ruralincome.domain.outcome.Indicator.Ranking.SMALLEST_FIRST;
import static kz.ruralincome.domain.outcome.Indicator.Unit.HOUSEHOLD;
import static kz.ruralincome.domain.outcome.Indicator.Unit.LOAN;
import static kz.ruralincome.domain.outcome.Indicator.Unit.PERCENT;
import static kz.ruralincome.domain.outcome.Indicator.Unit.PERSON;
import static kz.ruralincome.domain.outcome.Indicator.Unit.REGISTRATION;
import static kz.ruralincome.domain.outcome.Indicator.Unit.REQUEST;
import static kz.ruralincome.domain.outcome.Indicator.Unit.TENGE;
import static kz.ruralincome.domain.outcome.Indicator.Unit.TENGE_A_MONTH;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The figures by which the pilot is judged, in the order in which they are reported.
 *
 * <p>How each is counted stands with its SQL in {@link LedgerQueries}. The first of its lists are those without a row of
 * which the figure is not known; with the others they say up to when it is complete.
 */
public enum Indicator {
    ASP_PERSONS("asp.persons", PERSON, FLOW, SMALLEST_FIRST, Lists.ASSISTANCE),
    ASP_HOUSEHOLDS("asp.households", HOUSEHOLD, FLOW, SMALLEST_FIRST, Lists.ASSISTANCE),
    ASP_PERSONS_ON_DAY("asp.persons-on-day", PERSON, STOCK, SMALLEST_FIRST, Lists.ASSISTANCE),
    ASP_HOUSEHOLDS_ON_DAY("asp.households-on-day", HOUSEHOLD, STOCK, SMALLEST_FIRST, Lists.ASSISTANCE),
    ASP_ASSIGNED("asp.assigned", TENGE_A_MONTH, STOCK, SMALLEST_FIRST, List.of("assistance"), List.of("households")),
    ASP_PAID("asp.paid", TENGE, FLOW, SMALLEST_FIRST, List.of("payments"), List.of("households")),
    ASP_ALLOCATED("asp.allocated", TENGE, FLOW, SMALLEST_FIRST, List.of("plans"), List.of()),
    ASP_CHILDREN_WITH_PACKAGE(
            "asp.children-with-package", PERSON, FLOW, SMALLEST_FIRST, List.of("social-packages"), Lists.WHERE),
    ASP_IN_EMPLOYMENT_MEASURES(
            "asp.in-employment-measures",
            PERSON,
            FLOW,
            SMALLEST_FIRST,
            List.of("assistance", "members", "measures"),
            Lists.WHERE),
    SELFEMPLOYED_UNPRODUCTIVE("selfemployed.unproductive", PERSON, STOCK, NONE, List.of("occupations"), Lists.STATE),
    SELFEMPLOYED_REGIME("selfemployed.regime", PERSON, STOCK, NONE, List.of("occupations"), Lists.STATE),
    SELFEMPLOYED("selfemployed", PERSON, STOCK, NONE, List.of("occupations"), Lists.STATE),
    UNEMPLOYED("unemployed", PERSON, STOCK, SMALLEST_FIRST, List.of("occupations"), Lists.STATE),
    ENTREPRENEURS("entrepreneurs", PERSON, STOCK, LARGEST_FIRST, List.of("registrations"), Lists.WHERE),
    REGISTRATIONS_NEW("registrations.new", REGISTRATION, FLOW, LARGEST_FIRST, List.of("registrations"), Lists.WHERE),
    REGISTRATIONS_ENDED("registrations.ended", REGISTRATION, FLOW, NONE, List.of("registrations"), Lists.WHERE),
    REGISTRATIONS_ENDED_BY_LAW(
            "registrations.ended-by-law", REGISTRATION, FLOW, NONE, List.of("registrations"), Lists.WHERE),
    MOVED_ASP_TO_ENTREPRENEUR(
            "moved.asp-to-entrepreneur",
            PERSON,
            FLOW,
            NONE,
            List.of("assistance", "members", "registrations"),
            Lists.WHERE),
    MOVED_SELFEMPLOYED_TO_ENTREPRENEUR(
            "moved.selfemployed-to-entrepreneur",
            PERSON,
            FLOW,
            NONE,
            List.of("occupations", "registrations"),
            Lists.STATE),
    MOVED_OFF_ASP_HOUSEHOLDS("moved.off-asp-households", HOUSEHOLD, FLOW, NONE, Lists.ASSISTANCE),
    INCOME_PER_CAPITA(
            "income.per-capita", TENGE_A_MONTH, STOCK, NONE, List.of("incomes", "enrolments", "members"), Lists.WHERE),
    CREDIT_LOANS("credit.loans", LOAN, FLOW, NONE, Lists.LOANS),
    CREDIT_DISBURSED("credit.disbursed", TENGE, FLOW, NONE, Lists.LOANS),
    CREDIT_PAR30("credit.par30", PERCENT, STOCK, NONE, Lists.LOANS),
    REHABILITATION_REGISTERED("rehabilitation.registered", REQUEST, FLOW, LARGEST_FIRST, Lists.REHABILITATION),
    REHABILITATION_SATISFIED("rehabilitation.satisfied", REQUEST, FLOW, LARGEST_FIRST, Lists.REHABILITATION),
    REHABILITATION_PERCENT("rehabilitation.percent", PERCENT, FLOW, LARGEST_FIRST, Lists.REHABILITATION);

    /** On a day, or over the days of a window. */
    public enum Kind {
        STOCK,
        FLOW
    }

    /** What is counted, as the answers of the API print it. */
    public enum Unit {
        PERSON("person"),
        HOUSEHOLD("household"),
        REGISTRATION("registration"),
        LOAN("loan"),
        REQUEST("request"),
        TENGE("tenge"),
        TENGE_A_MONTH("tenge a month"),
        PERCENT("percent");

        private final String text;

        Unit(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        /** Whether small counts of it are withheld as those of persons are: a registration is somebody's. */
        public boolean isProtected() {
            return this == PERSON || this == REGISTRATION;
        }
    }

    /** Which value is the best among the regions. */
    enum Ranking {
        LARGEST_FIRST,
        SMALLEST_FIRST,
        NONE
    }

    private final String code;
    private final Unit unit;
    private final Kind kind;
    private final Ranking ranking;
    private final List<String> needs;
    private final List<String> restsOn;

    Indicator(String code, Unit unit, Kind kind, Ranking ranking, Lists lists) {
        this(code, unit, kind, ranking, lists.needed, lists.further);
    }

    Indicator(String code, Unit unit, Kind kind, Ranking ranking, List<String> needs, Lists further) {
        this(code, unit, kind, ranking, needs, further.further);
    }

    Indicator(String code, Unit unit, Kind kind, Ranking ranking, List<String> needs, List<String> further) {
        this.code = code;
        this.unit = unit;
        this.kind = kind;
        this.ranking = ranking;
        this.needs = needs;
        this.restsOn = Stream.concat(needs.stream(), further.stream())
                .filter(list -> !Lists.NEVER_COMPLETE.contains(list))
                .distinct()
                .toList();
    }

    public static Optional<Indicator> of(String code) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }

    public Kind kind() {
        return kind;
    }

    Ranking ranking() {
        return ranking;
    }

    /** Without a row in each of these lists the figure is not known. */
    public List<String> needs() {
        return needs;
    }

    /**
     * The lists of records that the figure comes from. Plans are decisions, of which none is missing; loans come by calls as
     * they are made, so nobody declares them complete, and what stands is how far it is known where borrowers live.
     */
    public List<String> restsOn() {
        return restsOn;
    }

    /** Whether a population can narrow it: it counts persons, or something that belongs to one. */
    boolean isOfPersons() {
        return unit == PERSON || unit == REGISTRATION || isOfLoans();
    }

    /** Whether small groups of it are withheld: it counts people or what is somebody's, or tells what some owe or earn. */
    public boolean isProtected() {
        return unit.isProtected() || isOfLoans() || this == INCOME_PER_CAPITA;
    }

    boolean isOfLoans() {
        return this == CREDIT_LOANS || this == CREDIT_DISBURSED || this == CREDIT_PAR30;
    }

    /** Whether the parts of a territory add up to it. */
    boolean addsUp() {
        return unit != PERCENT;
    }

    /** Whether it comes from figures given for a territory, not from records. */
    boolean isGivenForTerritories() {
        return unit == REQUEST || this == REHABILITATION_PERCENT || this == ASP_ALLOCATED;
    }

    /** Lists that several figures rest on. */
    private enum Lists {
        /** On assistance is who is a member, that day, of a household with it. */
        ASSISTANCE(List.of("assistance", "members"), List.of("households", "vital-events")),
        WHERE(List.of(), List.of("members", "households", "vital-events")),
        LOANS(List.of("loans"), List.of("members", "households", "vital-events")),
        STATE(List.of(), List.of("assistance", "registrations", "members", "households", "vital-events")),
        REHABILITATION(List.of("rehabilitation"), List.of());

        private static final Set<String> NEVER_COMPLETE = Set.of("loans", "plans");

        private final List<String> needed;
        private final List<String> further;

        Lists(List<String> needed, List<String> further) {
            this.needed = needed;
            this.further = further;
        }
    }
}
