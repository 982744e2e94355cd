package kz.ruralincome.domain.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.movement.State;

/**
 * The household of a person on a day, and how its members have changed while the person was one.
 *
 * @param number of the household
 * @param unit where it is on the day, if that is known
 * @param members on the day: none who is dead or away
 * @param changes the last first
 */
public record HouseholdOn(String number, Optional<Integer> unit, List<Member> members, List<Change> changes) {

    public HouseholdOn {
        members = List.copyOf(members);
        changes = List.copyOf(changes);
    }

    /**
     * Somebody of the household; of whom is out of the reader's reach the name alone.
     *
     * @param person stands in addresses
     * @param name as listed last; empty when none was
     * @param relation as coded
     * @param state on the day
     */
    public record Member(
            Optional<UUID> person,
            String name,
            Optional<String> relation,
            Optional<LocalDate> birthDate,
            Optional<State> state) {

        /** Without the name, for logs. */
        @Override
        public String toString() {
            return "Member[" + person + "]";
        }
    }

    /**
     * Something that happened to the household.
     *
     * @param kind what
     * @param name of whom, as listed last; empty when none was
     * @param relation as coded; empty: they are out of the reader's reach
     */
    public record Change(LocalDate on, Kind kind, String name, Optional<String> relation) {

        /** Without the name, for logs. */
        @Override
        public String toString() {
            return "Change[" + on + " " + kind + "]";
        }
    }

    /** What happens to a household. */
    public enum Kind {
        JOINED,
        PARTED,
        DIED,
        LEFT,
        RETURNED
    }
}
