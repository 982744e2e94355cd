package kz.ruralincome.domain.movement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.movement.ObviousRegister.Fact;

/** The definitions of states and places, day by day and as plainly as can be said; the SQL has to say the same. */
public final class ObviousMovement {

    private static final List<String> BY_AUTHORITY =
            List.of("LABOUR_REGISTER", "TAX_REGISTER", "CONTRIBUTIONS", "SCREENING", "OTHER");

    private final ObviousRegister register;
    private final int step;

    /** A period of one state and one unit. */
    public record Period(LocalDate from, State state, Integer unit) {}

    /** As known after the step. */
    public ObviousMovement(ObviousRegister register, int step) {
        this.register = register;
        this.step = step;
    }

    /** The person's periods of one state and unit; empty: nothing is known of them. */
    public List<Period> timeline(int person) {
        List<Period> periods = new ArrayList<>();
        firstDay(person).ifPresent(first -> {
            for (LocalDate day = first; day.isBefore(end()); day = day.plusDays(1)) {
                var today = new Period(day, state(person, day), unit(person, day));
                Period last = periods.isEmpty() ? null : periods.get(periods.size() - 1);
                if (last == null
                        || last.state() != today.state()
                        || !Optional.ofNullable(last.unit()).equals(Optional.ofNullable(today.unit()))) {
                    periods.add(today);
                }
            }
        });
        return periods;
    }

    private static LocalDate end() {
        return ObviousRegister.FIRST_DAY.plusDays(ObviousRegister.DAYS + 40);
    }

    Optional<LocalDate> firstDay(int person) {
        List<LocalDate> days = new ArrayList<>();
        for (String table : List.of("membership", "occupation", "registration", "enrolment", "vital_event")) {
            facts(table, person).forEach(fact -> days.add(fact.from()));
        }
        return days.stream().min(LocalDate::compareTo);
    }

    private List<Fact> facts(String table, int subject) {
        return register.known(table, step, fact -> fact.subject() == subject);
    }

    public State state(int person, LocalDate day) {
        if (isDead(person, day)) {
            return State.DECEASED;
        }
        if (isAway(person, day)) {
            return State.AWAY;
        }
        boolean assisted =
                household(person, day).map(home -> isAssisted(home, day)).orElse(false);
        if (isRegistered(person, "ACTIVE", day)) {
            return assisted ? State.ENTREPRENEUR_ON_ASP : State.ENTREPRENEUR;
        }
        if (assisted) {
            return State.ASP;
        }
        if (isRegistered(person, "SUSPENDED", day)) {
            return State.SUSPENDED_ENTREPRENEUR;
        }
        for (String source : BY_AUTHORITY) {
            for (Fact spell : facts("occupation", person)) {
                if (spell.group().equals(source) && spell.covers(day) && !isOutdated(spell, day)) {
                    return State.valueOf(spell.value());
                }
            }
        }
        return State.UNKNOWN;
    }

    /** A screening saw one day: it counts only until an ACTIVE stretch begins after it. */
    private boolean isOutdated(Fact spell, LocalDate day) {
        if (!spell.group().equals("SCREENING")) {
            return false;
        }
        for (LocalDate begun = spell.from().plusDays(1); !begun.isAfter(day); begun = begun.plusDays(1)) {
            if (isRegistered(spell.subject(), "ACTIVE", begun)
                    && !isRegistered(spell.subject(), "ACTIVE", begun.minusDays(1))) {
                return true;
            }
        }
        return false;
    }

    boolean isRegistered(int person, String status, LocalDate day) {
        return facts("registration", person).stream()
                .anyMatch(fact -> fact.value().equals(status) && fact.covers(day));
    }

    private boolean isDead(int person, LocalDate day) {
        return facts("vital_event", person).stream()
                .anyMatch(event -> event.value().equals("DIED") && !event.from().isAfter(day));
    }

    private boolean isAway(int person, LocalDate day) {
        return facts("vital_event", person).stream()
                .filter(event -> !event.value().equals("DIED") && !event.from().isAfter(day))
                .max((one, other) -> one.from().compareTo(other.from()))
                .filter(event -> event.value().equals("LEFT"))
                .isPresent();
    }

    Optional<Integer> household(int person, LocalDate day) {
        return facts("membership", person).stream()
                .filter(fact -> fact.covers(day))
                .map(fact -> Integer.valueOf(fact.value()))
                .findFirst();
    }

    /** The unit where the person lives; null: not known. */
    public Integer unit(int person, LocalDate day) {
        LocalDate lived = day;
        while (isDead(person, lived) || isAway(person, lived)) {
            lived = lived.minusDays(1);
        }
        LocalDate then = lived;
        return household(person, lived).flatMap(home -> unitOf(home, then)).orElse(null);
    }

    public Optional<Integer> unitOf(int household, LocalDate day) {
        return facts("locality", household).stream()
                .filter(fact -> !fact.from().isAfter(day))
                .max((one, other) -> one.from().compareTo(other.from()))
                .map(fact -> Integer.valueOf(fact.value()));
    }

    public boolean isAssisted(int household, LocalDate day) {
        return facts("assistance", household).stream().anyMatch(fact -> fact.covers(day));
    }

    /** Whether an enrolment covers at least one of the days, both ends included. */
    public boolean isEnrolled(int person, LocalDate first, LocalDate last) {
        return facts("enrolment", person).stream()
                .anyMatch(fact -> !fact.from().isAfter(last) && fact.to().isAfter(first));
    }

    public boolean isInhabited(int household, LocalDate day) {
        for (int person = 1; person <= ObviousRegister.PERSONS; person++) {
            if (household(person, day).filter(home -> home == household).isPresent()
                    && !isDead(person, day)
                    && !isAway(person, day)) {
                return true;
            }
        }
        return false;
    }
}
