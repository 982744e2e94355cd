package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.Published;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.territory.TerritoryUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Nobody finds out by a linear program what an answer about loans withholds, with the rows of all its groups. */
class LoanRecoveryProperties {

    private static final List<State> STATES =
            List.of(State.ENTREPRENEUR_ON_ASP, State.ENTREPRENEUR, State.ASP, State.UNEMPLOYED);

    private static final LoanFigures FURTHER_LOAN =
            new LoanFigures(Map.of(LoanMeasure.LOANS, BigDecimal.ONE), Set.of(), Set.of());

    private Published published;

    /** One instance serves all tries. */
    @BeforeTry
    void begin() {
        published = new Published(SmallCellLimit.USUAL);
    }

    @Property(tries = 12)
    void noFewBorrowersAreComputed(@ForAll @LongRange(min = 1, max = 1_000_000) long seed, @ForAll boolean isRegion) {
        Optional<String> territory = ProtectionFixture.territory(isRegion);
        List<LoanRow> open = random(new Random(seed), territory);
        var nobody = new LoanFigures(Map.of(), Set.of(), Set.of());
        List<LoanRow> shown = new LoanProtection(ProtectionFixture.PLACES, territory, SmallCellLimit.USUAL)
                .of(new LoanAnswer(
                        ProtectionFixture.about(territory, open),
                        Optional.empty(),
                        ProtectionFixture.AS_OF,
                        new LoanComparison(nobody, nobody),
                        List.of()))
                .about()
                .items();

        List<Map<LoanMeasure, Integer>> rows = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            boolean isProtected =
                    !isRegion || ProtectionFixture.isProtected(open.get(i).unit());
            rows.add(numbers(shown.get(i).figures(), open.get(i).figures(), isProtected));
        }
        for (LoanGroup group : LoanGroup.values()) {
            List<Integer> parts = IntStream.range(0, open.size())
                    .filter(i -> open.get(i).group() == group)
                    .boxed()
                    .toList();
            for (LoanMeasure measure : rows.get(0).keySet()) {
                if (group != LoanGroup.ALL && !parts.isEmpty()) {
                    published.addUp(
                            parts.stream().map(i -> rows.get(i).get(measure)).toList(),
                            rows.get(0).get(measure));
                }
            }
        }
        published.assertThatNothingIsFoundOut();
    }

    private Map<LoanMeasure, Integer> numbers(LoanFigures shown, LoanFigures open, boolean isProtected) {
        boolean isSilent = shown.of(LoanMeasure.BORROWERS).isEmpty();
        // where figures of borrowers are told the zeros among them are, too
        boolean isBrief = LoanMeasure.ALL.stream()
                .filter(LoanMeasure::isOfBorrowers)
                .filter(measure -> measure != LoanMeasure.BORROWERS)
                .allMatch(measure -> shown.of(measure).isEmpty());
        Map<LoanMeasure, Integer> numbers = new HashMap<>();
        Stream.concat(Stream.of(LoanMeasure.LOANS), LoanMeasure.ALL.stream().filter(LoanMeasure::isOfBorrowers))
                .forEach(measure -> {
                    var told = shown.of(measure).map(BigDecimal::longValueExact);
                    long truth = open.persons(measure);
                    // of a silent row it is not said that a figure is not 0, but that there are loans
                    boolean isUnsaid = measure == LoanMeasure.BORROWERS
                            ? isSilent && truth == 0
                            : isBrief && measure != LoanMeasure.LOANS;
                    numbers.put(
                            measure,
                            isUnsaid
                                    ? published.unsaid(truth, isProtected)
                                    : published.number(told, truth, isProtected));
                });
        int borrowers = numbers.get(LoanMeasure.BORROWERS);
        // who has several loans counts by the first, be it of another row; the others are nobody's number
        published.areAmong(List.of(borrowers), numbers.get(LoanMeasure.LOANS), false);
        int not = numbers.get(LoanMeasure.NOT_REGISTERED);
        int forLoan = numbers.get(LoanMeasure.REGISTERED_FOR_LOAN);
        int assisted = numbers.get(LoanMeasure.ASSISTED_BEFORE);
        for (var onADay : List.<Function<State, LoanMeasure>>of(LoanMeasure::onApproval, LoanMeasure::onDay)) {
            Function<State, Integer> in = state -> numbers.get(onADay.apply(state));
            published.addUp(Stream.of(State.values()).map(in).toList(), borrowers);
            published.areAmong(
                    List.of(not, in.apply(State.ENTREPRENEUR), in.apply(State.ENTREPRENEUR_ON_ASP)),
                    borrowers,
                    isProtected);
        }
        published.addUp(List.of(numbers.get(LoanMeasure.REGISTERED_EARLIER), forLoan, not), borrowers);
        published.addUp(
                List.of(
                        numbers.get(LoanMeasure.REGISTERED_WITHIN_90_DAYS),
                        numbers.get(LoanMeasure.REGISTERED_SINCE_APPROVAL)),
                forLoan);
        published.areAmong(List.of(numbers.get(LoanMeasure.ONLY_FOR_LOAN)), forLoan, isProtected);
        published.areAmong(List.of(assisted), borrowers, isProtected);
        published.areAmong(List.of(numbers.get(LoanMeasure.BACK_ON_ASSISTANCE)), assisted, isProtected);
        published.areAmong(
                List.of(
                        numbers.get(LoanMeasure.onApproval(State.ASP)),
                        numbers.get(LoanMeasure.onApproval(State.ENTREPRENEUR_ON_ASP))),
                assisted,
                isProtected);
        int longer = borrowers;
        for (int months : LoanMeasure.MONTHS) {
            int observed = numbers.get(LoanMeasure.get("observed." + months));
            published.areAmong(List.of(observed), longer, isProtected);
            published.areAmong(List.of(numbers.get(LoanMeasure.get("entrepreneur." + months))), observed, isProtected);
            longer = observed;
        }
        return numbers;
    }

    /** Borrowers one by one, each of their loans in a row of every group. */
    private static List<LoanRow> random(Random random, Optional<String> territory) {
        List<Places.Part> places = ProtectionFixture.PLACES.parts(territory).stream()
                .filter(Places.Part::isAlwaysTold)
                .toList();
        List<LoanRow> rows = new ArrayList<>();
        rows.add(row(LoanGroup.ALL, Optional.empty(), Optional.empty()));
        places.forEach(part -> rows.add(row(LoanGroup.TERRITORY, Optional.of(part.key()), part.unit())));
        List.of("TRADE", "CROPS", "CRAFT")
                .forEach(purpose -> rows.add(row(LoanGroup.PURPOSE, Optional.of(purpose), Optional.empty())));
        int borrowers = random.nextInt(150);
        for (int i = 0; i < borrowers; i++) {
            lend(borrower(random), random, places.size(), rows);
            if (random.nextInt(8) == 0) {
                lend(FURTHER_LOAN, random, places.size(), rows);
            }
        }
        return rows;
    }

    /** Some places and purposes have few. */
    private static void lend(LoanFigures one, Random random, int places, List<LoanRow> rows) {
        int place = Math.min(random.nextInt(places), random.nextInt(places));
        int purpose = random.nextInt(20) == 0 ? 2 : random.nextInt(2);
        for (int row : List.of(0, 1 + place, 1 + places + purpose)) {
            rows.set(row, rows.get(row).with(rows.get(row).figures().plus(one)));
        }
    }

    private static LoanRow row(LoanGroup group, Optional<String> key, Optional<TerritoryUnit> unit) {
        return new LoanRow(group, key, Optional.empty(), unit, new LoanFigures(Map.of(), Set.of(), Set.of()));
    }

    private static LoanFigures borrower(Random random) {
        State then = STATES.get(random.nextInt(STATES.size()));
        State now = random.nextInt(3) == 0 ? STATES.get(random.nextInt(STATES.size())) : then;
        List<LoanMeasure> measures = new ArrayList<>(List.of(
                LoanMeasure.LOANS, LoanMeasure.BORROWERS, LoanMeasure.onApproval(then), LoanMeasure.onDay(now)));
        boolean isEntrepreneur = Stream.of(then, now)
                .anyMatch(state -> state == State.ENTREPRENEUR || state == State.ENTREPRENEUR_ON_ASP);
        int registered = random.nextInt(isEntrepreneur ? 3 : 12);
        measures.add(
                switch (registered) {
                    case 0 -> LoanMeasure.REGISTERED_EARLIER;
                    case 1 -> LoanMeasure.REGISTERED_WITHIN_90_DAYS;
                    case 2 -> LoanMeasure.REGISTERED_SINCE_APPROVAL;
                    default -> LoanMeasure.NOT_REGISTERED;
                });
        if (registered == 1 || registered == 2) {
            measures.add(LoanMeasure.REGISTERED_FOR_LOAN);
            if (random.nextInt(4) == 0) {
                measures.add(LoanMeasure.ONLY_FOR_LOAN);
            }
        }
        if (then == State.ASP || then == State.ENTREPRENEUR_ON_ASP || random.nextInt(8) == 0) {
            measures.add(LoanMeasure.ASSISTED_BEFORE);
            if (random.nextInt(6) == 0) {
                measures.add(LoanMeasure.BACK_ON_ASSISTANCE);
            }
        }
        for (int months : LoanMeasure.MONTHS) {
            if (random.nextInt(3) == 0) {
                break;
            }
            measures.add(LoanMeasure.get("observed." + months));
            if (random.nextBoolean()) {
                measures.add(LoanMeasure.get("entrepreneur." + months));
            }
        }
        Map<LoanMeasure, BigDecimal> counted = new HashMap<>();
        measures.forEach(measure -> counted.put(measure, BigDecimal.ONE));
        return new LoanFigures(counted, Set.of(), Set.of());
    }
}
