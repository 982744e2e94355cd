package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The indicators by the words of outcomes.md, day by day, for one window: per indicator and unit (0: not known where). */
final class ObviousIndicators {

    static final int NOWHERE = 0;
    private static final Set<String> ON_ASP = Set.of("ASP", "ENTREPRENEUR_ON_ASP");

    private final ObviousRegister register;
    private final Window window;
    private final Map<Indicator, Map<Integer, BigDecimal>> figures = new EnumMap<>(Indicator.class);

    ObviousIndicators(ObviousRegister register, Window window) {
        this.register = register;
        this.window = window;
        register.persons().forEach(this::count);
        register.households().forEach(this::countHousehold);
    }

    BigDecimal figure(Indicator indicator, Predicate<Integer> units) {
        return figures.getOrDefault(indicator, Map.of()).entrySet().stream()
                .filter(entry -> units.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void count(int person) {
        LocalDate asOf = window.asOf();
        String now = register.stateOn(person, asOf);
        String before = register.stateOn(person, window.start());
        lastDay(day -> ON_ASP.contains(register.stateOn(person, day))).ifPresent(day -> {
            add(Indicator.ASP_PERSONS, register.unitOn(person, day));
            if (isOfWorkingAge(person)
                    && lastDay(d -> register.covers("measure", person, d)).isPresent()) {
                add(Indicator.ASP_IN_EMPLOYMENT_MEASURES, register.unitOn(person, day));
            }
        });
        lastDay(day -> register.covers("social_package", person, day))
                .ifPresent(day -> add(Indicator.ASP_CHILDREN_WITH_PACKAGE, register.unitOn(person, day)));
        Integer unit = register.unitOn(person, asOf);
        addIf(ON_ASP.contains(now), Indicator.ASP_PERSONS_ON_DAY, unit);
        addIf(now.equals("UNPRODUCTIVE_SELF_EMPLOYED"), Indicator.SELFEMPLOYED_UNPRODUCTIVE, unit);
        addIf(now.equals("SELF_EMPLOYED_REGIME"), Indicator.SELFEMPLOYED_REGIME, unit);
        addIf(now.equals("SELF_EMPLOYED"), Indicator.SELFEMPLOYED, unit);
        addIf(now.equals("UNEMPLOYED"), Indicator.UNEMPLOYED, unit);
        addIf(now.startsWith("ENTREPRENEUR"), Indicator.ENTREPRENEURS, unit);
        addIf(now.equals("ENTREPRENEUR") && ON_ASP.contains(before), Indicator.MOVED_ASP_TO_ENTREPRENEUR, unit);
        addIf(
                now.equals("ENTREPRENEUR")
                        && Set.of("UNPRODUCTIVE_SELF_EMPLOYED", "SELF_EMPLOYED", "SELF_EMPLOYED_REGIME")
                                .contains(before),
                Indicator.MOVED_SELFEMPLOYED_TO_ENTREPRENEUR,
                unit);
        days().forEach(day -> countRegistrations(person, day));
    }

    private void countRegistrations(int person, LocalDate day) {
        register.registrations.stream()
                .filter(r -> r.person() == person
                        && r.status().equals("ACTIVE")
                        && r.from().equals(day))
                .filter(r -> Stream.iterate(day.minusDays(30), d -> d.isBefore(day), d -> d.plusDays(1))
                        .noneMatch(d -> register.isOpenRegistrationOn(person, d)))
                .forEach(r -> add(Indicator.REGISTRATIONS_NEW, register.unitOn(person, day)));
        boolean ended =
                register.isOpenRegistrationOn(person, day.minusDays(1)) && !register.isOpenRegistrationOn(person, day);
        if (!ended) {
            return;
        }
        boolean again = Stream.iterate(day.plusDays(1), d -> !d.isAfter(day.plusDays(30)), d -> d.plusDays(1))
                .filter(d -> !d.isAfter(window.asOf()))
                .anyMatch(d -> register.registrations.stream()
                        .anyMatch(r -> r.person() == person
                                && r.status().equals("ACTIVE")
                                && ObviousRegister.covers(r.from(), r.to(), d)));
        if (!again) {
            Integer unit = register.unitOn(person, day);
            add(Indicator.REGISTRATIONS_ENDED, unit);
            addIf(
                    register.registrations.stream()
                            .anyMatch(r -> r.person() == person
                                    && r.status().equals("DEREGISTERED")
                                    && "LAW_2026".equals(r.reason())
                                    && r.from().equals(day)),
                    Indicator.REGISTRATIONS_ENDED_BY_LAW,
                    unit);
        }
    }

    private void countHousehold(int household) {
        LocalDate asOf = window.asOf();
        lastDay(day -> register.isAssistedOn(household, day) && register.isInhabitedOn(household, day))
                .ifPresent(day -> add(Indicator.ASP_HOUSEHOLDS, register.householdUnitOn(household, day)));
        Integer unit = register.householdUnitOn(household, asOf);
        boolean now = register.isAssistedOn(household, asOf);
        boolean inhabited = register.isInhabitedOn(household, asOf);
        addIf(now && inhabited, Indicator.ASP_HOUSEHOLDS_ON_DAY, unit);
        addIf(
                !now
                        && inhabited
                        && register.isAssistedOn(household, window.start())
                        && register.isInhabitedOn(household, window.start()),
                Indicator.MOVED_OFF_ASP_HOUSEHOLDS,
                unit);
        register.assistance.stream()
                .filter(a -> a.household() == household && ObviousRegister.covers(a.from(), a.to(), asOf))
                .forEach(a -> add(Indicator.ASP_ASSIGNED, unit, a.monthly()));
        register.payments.stream()
                .filter(p -> p.household() == household && ObviousRegister.covers(window.start(), asOf, p.on()))
                .forEach(p -> add(Indicator.ASP_PAID, register.householdUnitOn(household, p.on()), p.amount()));
    }

    /** The mean over the households of those units, with the number of households and of those with incomes. */
    Optional<BigDecimal> incomePerCapita(Predicate<Integer> units, int[] numbers) {
        LocalDate quarterEnd = window.asOf()
                .withMonth((window.asOf().getMonthValue() - 1) / 3 * 3 + 1)
                .withDayOfMonth(1);
        BigDecimal sum = BigDecimal.ZERO;
        for (int household : register.households()) {
            Integer unit = register.householdUnitOn(household, window.asOf());
            boolean asked = units.test(unit == null ? NOWHERE : unit)
                    && register.membersOn(household, window.asOf()).stream()
                            .anyMatch(person -> register.covers("enrolment", person, window.asOf()));
            if (!asked) {
                continue;
            }
            numbers[0]++;
            Set<Integer> members = register.membersOn(household, quarterEnd.minusDays(1));
            var incomes = register.incomes.stream()
                    .filter(i -> members.contains(i.person()) && i.quarter().equals(quarterEnd.minusMonths(3)))
                    .toList();
            if (!incomes.isEmpty()) {
                numbers[1]++;
                BigDecimal income =
                        incomes.stream().map(ObviousRegister.Income::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
                sum = sum.add(income.divide(BigDecimal.valueOf(3L * members.size()), 20, RoundingMode.HALF_UP));
            }
        }
        return numbers[1] == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(numbers[1]), 2, RoundingMode.HALF_UP));
    }

    private boolean isOfWorkingAge(int person) {
        return register.members.stream()
                .filter(m -> m.person() == person && m.born() != null && m.sex() != null)
                .findFirst()
                .filter(m -> !m.born().plusYears(18).isAfter(window.asOf()))
                .filter(m -> (m.sex().equals("M")
                                ? m.born().plusYears(63)
                                : m.born().plusYears(60).plusMonths(6))
                        .isAfter(window.asOf()))
                .isPresent();
    }

    private Optional<LocalDate> lastDay(Predicate<LocalDate> qualifies) {
        return days().filter(qualifies).reduce((one, later) -> later);
    }

    private Stream<LocalDate> days() {
        return window.start().datesUntil(window.asOf());
    }

    private void addIf(boolean holds, Indicator indicator, Integer unit) {
        if (holds) {
            add(indicator, unit);
        }
    }

    private void add(Indicator indicator, Integer unit) {
        add(indicator, unit, BigDecimal.ONE);
    }

    private void add(Indicator indicator, Integer unit, BigDecimal amount) {
        figures.computeIfAbsent(indicator, i -> new HashMap<>())
                .merge(unit == null ? NOWHERE : unit, amount, BigDecimal::add);
    }
}
