package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** Small registers full of borders: many facts begin and end within weeks of each other and of the dates asked. */
final class RandomRegister {

    private static final int REGION = 310000000;
    private static final List<TerritoryUnit> TREE = List.of(
            unit(REGION, null),
            unit(313600000, REGION),
            unit(313645000, 313600000),
            unit(314000000, REGION),
            unit(314037000, 314000000),
            unit(710000000, null));

    static final List<Integer> UNITS = TREE.stream().map(TerritoryUnit::kato).toList();

    /** Where its people live: in two districts of the region, or beyond it. */
    static final Places PLACES = new Places(new TerritoryTree(TREE), REGION);

    private static final List<String> KINDS = List.of(
            "UNPRODUCTIVE_SELF_EMPLOYED",
            "SELF_EMPLOYED_REGIME",
            "SELF_EMPLOYED",
            "UNEMPLOYED",
            "WAGE_EMPLOYED",
            "INACTIVE");
    private static final LocalDate FIRST = LocalDate.of(2020, 10, 1);
    private static final int DAYS = 850;

    private final Random random;
    private final ObviousRegister register = new ObviousRegister();

    private RandomRegister(long seed) {
        random = new Random(seed);
    }

    private static TerritoryUnit unit(int kato, Integer parent) {
        return new TerritoryUnit(kato, Optional.ofNullable(parent), "name", Optional.empty(), Optional.empty());
    }

    static ObviousRegister of(long seed) {
        var made = new RandomRegister(seed);
        IntStream.rangeClosed(1, 5).forEach(made::household);
        IntStream.rangeClosed(1, 12).forEach(made::person);
        return made.register;
    }

    private void household(int id) {
        LocalDate day = chance(3) ? FIRST.minusYears(20) : day();
        for (int i = random.nextInt(4); i > 0 && day.isBefore(FIRST.plusDays(DAYS)); i--) {
            register.localities.add(new ObviousRegister.Locality(id, day, UNITS.get(random.nextInt(UNITS.size()))));
            day = later(day.isBefore(FIRST) ? FIRST : day);
        }
        spells((from, to) -> register.assistance.add(
                new ObviousRegister.Assistance(id, from, to, BigDecimal.valueOf(random.nextInt(9_000_000), 2))));
        for (int i = random.nextInt(6); i > 0; i--) {
            register.payments.add(
                    new ObviousRegister.Payment(id, day(), BigDecimal.valueOf(random.nextInt(9_000_000), 2)));
        }
        if (register.localities.isEmpty()) {
            register.localities.add(new ObviousRegister.Locality(id, FIRST, UNITS.get(0)));
        }
    }

    private void person(int id) {
        LocalDate born = chance(8) ? null : LocalDate.of(1955 + random.nextInt(55), 1 + random.nextInt(12), 1);
        String sex = chance(10) ? null : chance(2) ? "M" : "F";
        spells((from, to) ->
                register.members.add(new ObviousRegister.Member(id, 1 + random.nextInt(5), from, to, born, sex)));
        for (String source : ObviousRegister.SOURCES) {
            if (chance(2)) {
                spells((from, to) -> register.occupations.add(
                        new ObviousRegister.Occupation(id, source, from, to, KINDS.get(random.nextInt(KINDS.size())))));
            }
        }
        for (String number : List.of("A", "B")) {
            if (chance(2)) {
                spells((from, to) -> {
                    String status = chance(2) ? "ACTIVE" : chance(2) ? "SUSPENDED" : "DEREGISTERED";
                    String reason = status.equals("DEREGISTERED") ? chance(2) ? "LAW_2026" : "OTHER" : null;
                    register.registrations.add(new ObviousRegister.Registration(id, number, from, to, status, reason));
                });
            }
        }
        if (chance(4)) {
            vital(id, day(), "DIED");
        }
        if (chance(3)) {
            LocalDate left = day();
            vital(id, left, "LEFT");
            if (chance(2)) {
                vital(id, later(left), "RETURNED");
            }
        }
        for (String table : List.of("social_package", "measure", "enrolment")) {
            if (chance(2)) {
                spells((from, to) -> register.spells.add(new ObviousRegister.Spell(table, id, from, to)));
            }
        }
        for (LocalDate quarter :
                List.of(LocalDate.of(2021, 10, 1), LocalDate.of(2022, 10, 1), LocalDate.of(2022, 7, 1))) {
            if (chance(2)) {
                register.incomes.add(
                        new ObviousRegister.Income(id, quarter, BigDecimal.valueOf(random.nextInt(90_000_000), 2)));
            }
        }
    }

    /** A person has one event a day. */
    private void vital(int person, LocalDate day, String kind) {
        if (register.vitals.stream().noneMatch(v -> v.person() == person && v.on().equals(day))) {
            register.vitals.add(new ObviousRegister.Vital(person, day, kind));
        }
    }

    private interface Spell {
        void from(LocalDate from, LocalDate to);
    }

    /** Up to four spells after one another, that often touch. */
    private void spells(Spell spell) {
        LocalDate from = day();
        for (int i = random.nextInt(5); i > 0; i--) {
            LocalDate to = chance(6) ? ObviousRegister.OPEN : later(from);
            spell.from(from, to);
            if (to.equals(ObviousRegister.OPEN)) {
                return;
            }
            from = chance(2) ? to : later(to);
        }
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private LocalDate later(LocalDate day) {
        return day.plusDays(1 + random.nextInt(chance(2) ? 40 : 250));
    }

    private boolean chance(int one) {
        return random.nextInt(one) == 0;
    }
}
