package kz.ruralincome.domain.sample;

import java.util.ArrayList;
import java.util.List;

/** A household of the sample: where it lived since when, who lived in it, and what assistance it was given. */
final class SampleHousehold {

    private final int index;
    private final SampleGeography.Settlement settlement;
    private final int from;
    private final int need;
    private final List<SampleStay> stays = new ArrayList<>(6);
    private final List<SampleSpell> spells = new ArrayList<>();
    private int movedOn = SampleDays.NEVER;
    private int movedTo;
    private boolean entwined;

    /**
     * @param from the day it came into being, or the day of the survey
     * @param need how near it is to assistance, but for its children
     */
    SampleHousehold(int index, SampleGeography.Settlement settlement, int from, int need) {
        this.index = index;
        this.settlement = settlement;
        this.from = from;
        this.need = need;
    }

    void move(int day, int kato) {
        movedOn = day;
        movedTo = kato;
    }

    /** Notes that a member of it was or will be a member of another one too. */
    void entwine() {
        entwined = true;
    }

    boolean hasLeftRegion(int day) {
        return day >= movedOn && movedTo / 10_000_000 != SampleGeography.REGION / 10_000_000;
    }

    /** The number of those who live in it on a day. */
    int size(int day) {
        int size = 0;
        for (SampleStay stay : stays) {
            if (stay.isPresentOn(day)) {
                size++;
            }
        }
        return size;
    }

    String number() {
        return "ZH-" + (100_000 + index);
    }

    int index() {
        return index;
    }

    SampleGeography.Settlement settlement() {
        return settlement;
    }

    int from() {
        return from;
    }

    /** How near it is to assistance on a day: the more children, and the smaller, the nearer. */
    int need(int day) {
        int minors = 0;
        int small = 0;
        for (SampleStay stay : stays) {
            int age = (day - stay.person().birth()) / 365;
            if (age < 18 && stay.isPresentOn(day)) {
                minors++;
                small += age < 6 ? 1 : 0;
            }
        }
        return need + 90 * Math.min(4, minors) + 55 * Math.min(3, small);
    }

    List<SampleStay> stays() {
        return stays;
    }

    List<SampleSpell> spells() {
        return spells;
    }

    int movedOn() {
        return movedOn;
    }

    int movedTo() {
        return movedTo;
    }

    boolean isEntwined() {
        return entwined;
    }
}
