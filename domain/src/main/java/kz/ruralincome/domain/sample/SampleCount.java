package kz.ruralincome.domain.sample;

import java.util.BitSet;
import java.util.List;

/** Counts who was on assistance in a year, by the definitions of {@code asp.persons} and {@code asp.households}. */
final class SampleCount {

    private final int begin;
    private final int end;

    SampleCount(int year) {
        begin = SampleDays.newYear(year);
        end = SampleDays.newYear(year + 1);
    }

    /** Everyone who was on assistance on at least one day of the year. */
    BitSet persons(List<SampleHousehold> households) {
        var persons = new BitSet();
        for (SampleHousehold household : households) {
            for (SampleStay stay : household.stays()) {
                if (isOn(stay, household.spells())) {
                    persons.set(stay.person().index());
                }
            }
        }
        return persons;
    }

    /** How many of a household are on assistance in the year with these spells; no one is there twice. */
    int persons(SampleHousehold household, List<SampleSpell> spells) {
        var persons = new BitSet();
        for (SampleStay stay : household.stays()) {
            if (isOn(stay, spells)) {
                persons.set(stay.person().index());
            }
        }
        return persons.cardinality();
    }

    boolean isOn(SampleStay stay, List<SampleSpell> spells) {
        for (SampleSpell spell : spells) {
            if (spell.from() < end && spell.to() > begin && stay.isPresent(spell.from(), spell.to())) {
                return true;
            }
        }
        return false;
    }

    boolean isInYear(SampleSpell spell) {
        return spell.from() < end && spell.to() > begin;
    }
}
