package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A register in memory that answers for one day at a time, by the words of movement.md; slow, and easy to believe. */
final class ObviousRegister {

    static final LocalDate OPEN = LocalDate.of(9999, 1, 1);

    record Member(int person, int household, LocalDate from, LocalDate to, LocalDate born, String sex) {}

    record Locality(int household, LocalDate from, int unit) {}

    record Assistance(int household, LocalDate from, LocalDate to, BigDecimal monthly) {}

    record Payment(int household, LocalDate on, BigDecimal amount) {}

    record Occupation(int person, String source, LocalDate from, LocalDate to, String kind) {}

    record Registration(int person, String number, LocalDate from, LocalDate to, String status, String reason) {
        boolean isOpen() {
            return !status.equals("DEREGISTERED");
        }
    }

    record Vital(int person, LocalDate on, String kind) {}

    /** Of a table of which only the days matter: social_package, measure, enrolment. */
    record Spell(String table, int person, LocalDate from, LocalDate to) {}

    record Income(int person, LocalDate quarter, BigDecimal amount) {}

    static final List<String> SOURCES =
            List.of("LABOUR_REGISTER", "TAX_REGISTER", "CONTRIBUTIONS", "SCREENING", "OTHER");

    final List<Member> members = new ArrayList<>();
    final List<Locality> localities = new ArrayList<>();
    final List<Assistance> assistance = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Occupation> occupations = new ArrayList<>();
    final List<Registration> registrations = new ArrayList<>();
    final List<Vital> vitals = new ArrayList<>();
    final List<Spell> spells = new ArrayList<>();
    final List<Income> incomes = new ArrayList<>();
    LocalDate pensionKnownFrom = LocalDate.of(2000, 1, 1);

    Set<Integer> persons() {
        Set<Integer> persons = new TreeSet<>();
        members.forEach(fact -> persons.add(fact.person()));
        occupations.forEach(fact -> persons.add(fact.person()));
        registrations.forEach(fact -> persons.add(fact.person()));
        vitals.forEach(fact -> persons.add(fact.person()));
        spells.forEach(fact -> persons.add(fact.person()));
        incomes.forEach(fact -> persons.add(fact.person()));
        return persons;
    }

    Set<Integer> households() {
        Set<Integer> households = new TreeSet<>();
        members.forEach(fact -> households.add(fact.household()));
        localities.forEach(fact -> households.add(fact.household()));
        assistance.forEach(fact -> households.add(fact.household()));
        payments.forEach(fact -> households.add(fact.household()));
        return households;
    }

    private record Asked(int person, LocalDate day) {}

    private final Map<Asked, String> states = new HashMap<>();

    /** Remembered: facts are added before the first question. */
    String stateOn(int person, LocalDate day) {
        return states.computeIfAbsent(new Asked(person, day), asked -> findState(person, day));
    }

    private String findState(int person, LocalDate day) {
        String gone = goneOn(person, day);
        if (gone != null) {
            return gone;
        }
        boolean active = registrations.stream()
                .anyMatch(r -> r.person() == person && r.status().equals("ACTIVE") && covers(r.from(), r.to(), day));
        boolean assisted = members.stream()
                .anyMatch(
                        m -> m.person() == person && covers(m.from(), m.to(), day) && isAssistedOn(m.household(), day));
        if (active) {
            return assisted ? "ENTREPRENEUR_ON_ASP" : "ENTREPRENEUR";
        }
        if (assisted) {
            return "ASP";
        }
        if (registrations.stream()
                .anyMatch(
                        r -> r.person() == person && r.status().equals("SUSPENDED") && covers(r.from(), r.to(), day))) {
            return "SUSPENDED_ENTREPRENEUR";
        }
        return occupations.stream()
                .filter(o -> o.person() == person && covers(o.from(), o.to(), day))
                .filter(o -> !o.source().equals("SCREENING") || !activeBeganAfter(person, o.from(), day))
                .min(Comparator.comparing(o -> SOURCES.indexOf(o.source())))
                .map(Occupation::kind)
                .orElse("UNKNOWN");
    }

    /** Whether a stretch of ACTIVE registrations began after the one day and up to and on the other. */
    private boolean activeBeganAfter(int person, LocalDate after, LocalDate until) {
        return registrations.stream()
                .filter(r -> r.person() == person && r.status().equals("ACTIVE"))
                .filter(r -> r.from().isAfter(after) && !r.from().isAfter(until))
                .anyMatch(r -> registrations.stream()
                        .noneMatch(before -> before.person() == person
                                && before.status().equals("ACTIVE")
                                && before.from().isBefore(r.from())
                                && !before.to().isBefore(r.from())));
    }

    private String goneOn(int person, LocalDate day) {
        if (vitals.stream().anyMatch(v -> v.person() == person && v.kind().equals("DIED") && !v.on().isAfter(day))) {
            return "DECEASED";
        }
        return vitals.stream()
                .filter(v -> v.person() == person && !v.kind().equals("DIED") && !v.on().isAfter(day))
                .max(Comparator.comparing(Vital::on))
                .filter(v -> v.kind().equals("LEFT"))
                .map(v -> "AWAY")
                .orElse(null);
    }

    /** Null: not known. */
    Integer unitOn(int person, LocalDate day) {
        LocalDate asked = day;
        LocalDate first = days(person).stream().findFirst().orElse(day);
        while (goneOn(person, asked) != null) {
            asked = asked.minusDays(1);
            if (asked.isBefore(first.minusDays(1))) {
                return null;
            }
        }
        LocalDate lived = asked;
        return members.stream()
                .filter(m -> m.person() == person && covers(m.from(), m.to(), lived))
                .findFirst()
                .map(m -> householdUnitOn(m.household(), lived))
                .orElse(null);
    }

    Integer householdUnitOn(int household, LocalDate day) {
        return localities.stream()
                .filter(l -> l.household() == household && !l.from().isAfter(day))
                .max(Comparator.comparing(Locality::from))
                .map(Locality::unit)
                .orElse(null);
    }

    boolean isAssistedOn(int household, LocalDate day) {
        return assistance.stream().anyMatch(a -> a.household() == household && covers(a.from(), a.to(), day));
    }

    boolean isInhabitedOn(int household, LocalDate day) {
        return !membersOn(household, day).isEmpty();
    }

    Set<Integer> membersOn(int household, LocalDate day) {
        Set<Integer> present = new TreeSet<>();
        members.stream()
                .filter(m -> m.household() == household && covers(m.from(), m.to(), day))
                .filter(m -> goneOn(m.person(), day) == null)
                .forEach(m -> present.add(m.person()));
        return present;
    }

    boolean isOpenRegistrationOn(int person, LocalDate day) {
        return registrations.stream()
                .anyMatch(r -> r.person() == person && r.isOpen() && covers(r.from(), r.to(), day));
    }

    boolean covers(String table, int person, LocalDate day) {
        return spells.stream()
                .anyMatch(s -> s.table().equals(table) && s.person() == person && covers(s.from(), s.to(), day));
    }

    static boolean covers(LocalDate from, LocalDate to, LocalDate day) {
        return !from.isAfter(day) && to.isAfter(day);
    }

    /** The days on which something begins or ends for the person or a household of theirs. */
    TreeSet<LocalDate> days(int person) {
        TreeSet<LocalDate> days = new TreeSet<>();
        members.stream().filter(f -> f.person() == person).forEach(f -> {
            days.addAll(List.of(f.from(), f.to()));
            days.addAll(householdDays(f.household()));
        });
        occupations.stream().filter(f -> f.person() == person).forEach(f -> days.addAll(List.of(f.from(), f.to())));
        registrations.stream().filter(f -> f.person() == person).forEach(f -> days.addAll(List.of(f.from(), f.to())));
        spells.stream()
                .filter(f -> f.person() == person && f.table().equals("enrolment"))
                .forEach(f -> days.add(f.from()));
        vitals.stream().filter(f -> f.person() == person).forEach(f -> days.add(f.on()));
        return days;
    }

    TreeSet<LocalDate> householdDays(int household) {
        TreeSet<LocalDate> days = new TreeSet<>();
        localities.stream().filter(f -> f.household() == household).forEach(f -> days.add(f.from()));
        assistance.stream()
                .filter(f -> f.household() == household)
                .forEach(f -> days.addAll(List.of(f.from(), f.to())));
        members.stream().filter(f -> f.household() == household).forEach(f -> {
            days.addAll(List.of(f.from(), f.to()));
            vitals.stream().filter(v -> v.person() == f.person()).forEach(v -> days.add(v.on()));
        });
        return days;
    }

    /** The first day of the person's timeline, if they have one. */
    LocalDate beginning(int person) {
        TreeMap<LocalDate, Boolean> days = new TreeMap<>();
        members.stream().filter(f -> f.person() == person).forEach(f -> days.put(f.from(), true));
        occupations.stream().filter(f -> f.person() == person).forEach(f -> days.put(f.from(), true));
        registrations.stream().filter(f -> f.person() == person).forEach(f -> days.put(f.from(), true));
        vitals.stream().filter(f -> f.person() == person).forEach(f -> days.put(f.on(), true));
        spells.stream()
                .filter(f -> f.person() == person && f.table().equals("enrolment"))
                .forEach(f -> days.put(f.from(), true));
        return days.isEmpty() ? null : days.firstKey();
    }
}
