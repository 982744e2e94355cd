package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.outcome.Places.Part;
import kz.ruralincome.domain.outcome.QuestionSettling.Settled;
import kz.ruralincome.domain.outcome.RegistrationReading.Told;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** Registrations of entrepreneurs that began and ended, with their reasons, with the law of 2026 and without it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationFlow {

    /** Of months told one by one. */
    private static final int MOST_YEARS = 15;

    @Inject
    private SmallCellSetting smallCells;

    @Inject
    private KeptRegistrations kept;

    @Inject
    private KeptLedgers ledgers;

    @Inject
    private QuestionSettling settling;

    @Inject
    private AuditTrail audit;

    /**
     * What began and ended in the window; small groups are withheld from callers who may see no persons.
     *
     * @throws InvalidRequest when the window is longer than fifteen years
     */
    public RegistrationAnswer registrations(OutcomeQuestion question, Access access) {
        Access.demand(access.seesFigures());
        if (question.window().start().plusYears(MOST_YEARS).isBefore(question.asOf())) {
            throw new InvalidRequest("from", "outcome.registrations.too-long", MOST_YEARS);
        }
        var settled = settling.settle(question, access);
        var found = kept.read(question.window(), question.population(), settled.knownOn());
        if (!access.seesPersons()) {
            audit.note(
                    access.account(),
                    "outcome.registrations",
                    QuestionSettling.details(question).build().toString());
        }
        var answer = answer(settled, found, ledgers.coverage(settled.knownOn()));
        return access.seesPersons()
                ? answer
                : new RegistrationProtection(settled.places(), settled.territory(), smallCells.limit()).of(answer);
    }

    static RegistrationAnswer answer(Settled settled, RegistrationReading.Found found, Coverage coverage) {
        var question = settled.question();
        Places places = settled.places();
        Place whole = places.place(settled.territory());
        List<Told> here =
                found.told().stream().filter(told -> liesIn(told, whole)).toList();
        var about = new OutcomeAnswer<>(
                question.asOf(),
                question.window().start(),
                settled.territory(),
                settled.knownOn(),
                settled.fresh(),
                places.coversTo(coverage, settled.territory(), Indicator.REGISTRATIONS_NEW.restsOn()),
                parts(places, settled.territory(), found.told()));
        return new RegistrationAnswer(
                about, counts(here, told -> true), months(question.window(), here), endings(here), found.reason());
    }

    private static boolean liesIn(Told told, Place place) {
        return told.unit()
                .map(unit -> place.countsEverywhere() || place.contains(unit))
                .orElse(place.countsNowhere());
    }

    private static List<RegistrationPart> parts(Places places, Optional<String> territory, List<Told> told) {
        List<RegistrationPart> parts = new ArrayList<>();
        for (Part part : places.parts(territory)) {
            var counts = counts(told, one -> liesIn(one, part.place()));
            if (part.isAlwaysTold() || counts.isAny()) {
                parts.add(new RegistrationPart(part.key(), part.unit(), counts));
            }
        }
        return parts;
    }

    private static List<RegistrationMonth> months(Window window, List<Told> told) {
        List<RegistrationMonth> months = new ArrayList<>();
        LocalDate last = window.asOf().minusDays(1);
        for (var month = YearMonth.from(window.start());
                !month.isAfter(YearMonth.from(last));
                month = month.plusMonths(1)) {
            YearMonth asked = month;
            months.add(
                    new RegistrationMonth(month, counts(told, one -> one.month().equals(asked))));
        }
        return months;
    }

    private static Map<RegistrationEnding, Optional<Long>> endings(List<Told> told) {
        Map<RegistrationEnding, Optional<Long>> endings = new EnumMap<>(RegistrationEnding.class);
        for (RegistrationEnding ending : RegistrationEnding.values()) {
            long count = sum(told, one -> one.what().equals(ending.name()));
            if (count > 0) {
                endings.put(ending, Optional.of(count));
            }
        }
        return endings;
    }

    private static RegistrationCounts counts(List<Told> told, Predicate<Told> which) {
        long begun = sum(told, which.and(one -> one.what().equals(RegistrationSql.NEW)));
        long byLaw = sum(told, which.and(one -> one.what().equals(RegistrationEnding.LAW_2026.name())));
        return RegistrationCounts.of(begun, byLaw, sum(told, which) - begun - byLaw);
    }

    private static long sum(List<Told> told, Predicate<Told> which) {
        return told.stream().filter(which).mapToLong(Told::count).sum();
    }
}
