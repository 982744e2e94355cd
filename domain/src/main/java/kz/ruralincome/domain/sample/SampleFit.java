package kz.ruralincome.domain.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a year's assistance to the published number of persons, and of households, to the last one. It only touches
 * plain households, whose members were in no other and undertook nothing: so that each changes the count by its own
 * people and by nobody else's, and no story is torn.
 */
final class SampleFit {

    private static final int LARGEST = 20;

    private final SampleAssistance assistance;
    private final List<SampleHousehold> households;
    private final SampleRandom random;
    private final int year;
    private final SampleCount count;

    private final List<ArrayDeque<SampleHousehold>> on = new ArrayList<>();
    private final List<ArrayDeque<SampleHousehold>> off = new ArrayList<>();
    private int persons;
    private int members;

    SampleFit(SampleAssistance assistance, List<SampleHousehold> households, SampleRandom random, int year) {
        this.assistance = assistance;
        this.households = households;
        this.random = random;
        this.year = year;
        this.count = new SampleCount(year);
        for (int size = 0; size <= LARGEST; size++) {
            on.add(new ArrayDeque<>());
            off.add(new ArrayDeque<>());
        }
        persons = count.persons(households).cardinality();
        members = sort();
    }

    /** Sorts the plain households by what each adds to the year's persons; answers how many households count. */
    private int sort() {
        int counted = 0;
        SampleRandom order = random.split(year, 1);
        for (int place : shuffled(order)) {
            SampleHousehold household = households.get(place);
            int size = count.persons(household, household.spells());
            counted += size > 0 ? 1 : 0;
            if (!isPlain(household)) {
                continue;
            }
            if (size > 0) {
                on.get(Math.min(size, LARGEST)).add(household);
            } else if (household.from() <= SampleDays.newYear(year)) {
                int added = count.persons(household, assistance.spells(household, year));
                off.get(Math.min(added, LARGEST)).add(household);
            }
        }
        return counted;
    }

    private int[] shuffled(SampleRandom order) {
        int[] places = new int[households.size()];
        for (int place = 0; place < places.length; place++) {
            int other = order.below(place + 1);
            places[place] = places[other];
            places[other] = place;
        }
        return places;
    }

    private boolean isPlain(SampleHousehold household) {
        for (SampleStay stay : household.stays()) {
            if (stay.person().venture() != null) {
                return false;
            }
        }
        return !household.isEntwined()
                && household.movedOn() == SampleDays.NEVER
                && household.need(SampleDays.newYear(year)) > 200;
    }

    /** Meets the persons, with as many households more or fewer as it takes. */
    void meet(int wantedPersons) {
        while (persons != wantedPersons) {
            int missing = wantedPersons - persons;
            int size = Math.min(6, Math.abs(missing));
            if (missing > 0) {
                take(off, size, 1);
            } else {
                take(on, size, -1);
            }
        }
    }

    /** Meets both: first the households, then the persons by exchanging a household for a larger or smaller one. */
    void meet(int wantedPersons, int wantedHouseholds) {
        while (members != wantedHouseholds) {
            int size = 5 + (members % 2);
            if (members < wantedHouseholds) {
                take(off, size, 1);
            } else {
                take(on, size, -1);
            }
        }
        while (persons != wantedPersons) {
            int missing = wantedPersons - persons;
            int step = Math.min(2, Math.abs(missing));
            int small = smallFor(missing > 0 ? on : off, missing > 0 ? off : on, step);
            take(missing > 0 ? on : off, small, missing > 0 ? -1 : 1);
            take(missing > 0 ? off : on, small + step, missing > 0 ? 1 : -1);
        }
    }

    /** The size of the smaller household of an exchange, where both sides have most to give. */
    private static int smallFor(
            List<ArrayDeque<SampleHousehold>> smaller, List<ArrayDeque<SampleHousehold>> larger, int step) {
        int best = 1;
        int most = -1;
        for (int size = 2; size + step < LARGEST; size++) {
            int both =
                    Math.min(smaller.get(size).size(), larger.get(size + step).size());
            if (both > most) {
                most = both;
                best = size;
            }
        }
        return best;
    }

    private void take(List<ArrayDeque<SampleHousehold>> from, int size, int sign) {
        SampleHousehold household = from.get(size).poll();
        if (household == null) {
            throw new IllegalStateException("No household of " + size + " is left to meet the figures of " + year);
        }
        if (sign > 0) {
            household.spells().addAll(assistance.spells(household, year));
            household.spells().sort((one, other) -> Integer.compare(one.from(), other.from()));
        } else {
            household.spells().removeIf(count::isInYear);
        }
        persons += sign * size;
        members += sign;
    }
}
