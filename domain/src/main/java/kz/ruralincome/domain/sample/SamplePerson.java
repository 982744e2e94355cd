package kz.ruralincome.domain.sample;

import java.util.ArrayList;
import java.util.List;

/** One of the people of the sample: what holds for life, the stays in households, and the days of going and coming. */
final class SamplePerson {

    private final int index;
    private final long iin;
    private final int birth;
    private final boolean male;
    private final List<SampleStay> stays = new ArrayList<>(1);
    private int diedOn = SampleDays.NEVER;
    private int leftOn = SampleDays.NEVER;
    private int returnedOn = SampleDays.NEVER;
    private SampleVenture venture;

    SamplePerson(int index, long iin, int birth, boolean male) {
        this.index = index;
        this.iin = iin;
        this.birth = birth;
        this.male = male;
    }

    SampleStay join(SampleHousehold household, int from, SampleRelation relation) {
        var stay = new SampleStay(this, household, from, relation);
        stays.add(stay);
        household.stays().add(stay);
        return stay;
    }

    void die(int day) {
        diedOn = day;
    }

    void leave(int day) {
        leftOn = day;
    }

    void comeBack(int day) {
        returnedOn = day;
    }

    void start(SampleVenture begun) {
        venture = begun;
    }

    boolean isGone(int day) {
        return day >= diedOn || day >= leftOn && day < returnedOn;
    }

    int age(int on) {
        return SampleDays.age(birth, on);
    }

    SampleStay lastStay() {
        return stays.get(stays.size() - 1);
    }

    SampleHousehold firstHome() {
        return stays.get(0).household();
    }

    SampleRelation relation() {
        return stays.get(0).relation();
    }

    int index() {
        return index;
    }

    long iin() {
        return iin;
    }

    int birth() {
        return birth;
    }

    boolean male() {
        return male;
    }

    List<SampleStay> stays() {
        return stays;
    }

    int diedOn() {
        return diedOn;
    }

    int leftOn() {
        return leftOn;
    }

    int returnedOn() {
        return returnedOn;
    }

    /** What the person undertook in business or in the pilot; null for most. */
    SampleVenture venture() {
        return venture;
    }
}
