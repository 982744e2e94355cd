package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.FIRST_YEAR;
import static kz.ruralincome.domain.sample.SampleDays.LAST_YEAR;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Who is on assistance, quarter by quarter. Each year the households in greatest need are on it, for one to four
 * quarters; a business that lifts its household takes it off. Renewals come late at times, some assignments end early,
 * and families return.
 */
final class SampleAssistance {

    private final SampleRandom random;
    private final List<SampleHousehold> households;
    private final SampleTargets targets;
    private final BitSet[] chosen = new BitSet[LAST_YEAR - FIRST_YEAR + 1];

    SampleAssistance(SampleRandom random, List<SampleHousehold> households, SampleTargets targets) {
        this.random = random;
        this.households = households;
        this.targets = targets;
    }

    void assign() {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            chosen[year - FIRST_YEAR] = neediest(year);
        }
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (SampleHousehold household : households) {
                if (isChosen(household, year)) {
                    household.spells().addAll(spells(household, year));
                }
            }
        }
    }

    private boolean isChosen(SampleHousehold household, int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR && chosen[year - FIRST_YEAR].get(household.index());
    }

    private BitSet neediest(int year) {
        long[] ranks = new long[households.size()];
        for (SampleHousehold household : households) {
            long rank = 10_000L - need(household, year);
            ranks[household.index()] = rank << 32 | household.index();
        }
        Arrays.sort(ranks);
        var neediest = new BitSet(households.size());
        for (int place = 0; place < Math.min(ranks.length, targets.households(year)); place++) {
            neediest.set((int) ranks[place]);
        }
        return neediest;
    }

    private int need(SampleHousehold household, int year) {
        int middle = SampleDays.day(year, 6, 1);
        if (household.from() > middle || household.hasLeftRegion(middle) || household.size(middle) == 0) {
            return -5_000;
        }
        int need =
                household.need(middle) + random.split(year, household.index()).below(330);
        for (SampleStay stay : household.stays()) {
            SampleVenture venture = stay.person().venture();
            if (venture != null && stay.isPresentOn(middle) && venture.liftsOn(middle)) {
                need -= 450;
            }
        }
        return need;
    }

    /** The spells of a year: what a household that is on assistance in it gets. */
    List<SampleSpell> spells(SampleHousehold household, int year) {
        SampleRandom own = random.split(100 + year, household.index());
        boolean before = year == FIRST_YEAR ? own.chance(720) : isChosen(household, year - 1);
        boolean after = isChosen(household, year + 1);
        int first = before && own.chance(680) ? 0 : own.weighted(340, 260, 220, 180);
        int last = after && own.chance(560) ? 3 : first + own.below(4 - first);
        int hole = last - first >= 2 && own.chance(80) ? first + 1 : -1;
        List<SampleSpell> spells = new ArrayList<>(4);
        boolean running = before && first == 0;
        for (int quarter = first; quarter <= last; quarter++) {
            SampleSpell spell = quarter == hole ? null : spell(household, year, quarter, running, quarter == last, own);
            running = spell != null;
            if (running) {
                spells.add(spell);
            }
        }
        return spells;
    }

    private SampleSpell spell(
            SampleHousehold household, int year, int quarter, boolean running, boolean last, SampleRandom own) {
        int from = SampleDays.quarterStart(year, quarter);
        int to = SampleDays.quarterEnd(year, quarter);
        if (running) {
            from += own.chance(40) ? own.between(3, 25) : 0;
        } else {
            from = SampleDays.day(year, 3 * quarter + 1 + own.weighted(550, 250, 200), 1);
        }
        to -= last && own.chance(25) ? own.between(5, 20) : 0;
        int size = household.size(from);
        if (size == 0 || household.from() > from || household.hasLeftRegion(to) || isLifted(household, from)) {
            return null;
        }
        boolean conditional = hasWorker(household, from) && own.chance(900);
        int line = SampleMoney.povertyLine(year, quarter);
        int habit = random.split(1, household.index()).between(250, 800);
        int perCapita = line / 1000 * Math.min(960, habit + own.below(140));
        return new SampleSpell(from, to, conditional, (line - perCapita) * size, perCapita);
    }

    private static boolean isLifted(SampleHousehold household, int day) {
        for (SampleStay stay : household.stays()) {
            SampleVenture venture = stay.person().venture();
            if (venture != null && venture.liftsOn(day) && stay.isPresentOn(day)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWorker(SampleHousehold household, int day) {
        for (SampleStay stay : household.stays()) {
            int age = (day - stay.person().birth()) / 365;
            if (age >= 18 && age < 60 && stay.isPresentOn(day)) {
                return true;
            }
        }
        return false;
    }
}
