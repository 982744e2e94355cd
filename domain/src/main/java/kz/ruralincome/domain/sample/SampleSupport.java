package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.FIRST_YEAR;
import static kz.ruralincome.domain.sample.SampleDays.LAST_YEAR;
import static kz.ruralincome.domain.sample.SampleDays.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What comes with assistance: active employment measures for grown-ups, the social package for children from one to
 * six. Of those entitled in a year as many are chosen as the year is to count.
 */
final class SampleSupport {

    static final String MEASURE_COLUMNS = "iin,from,kind,to";
    static final String PACKAGE_COLUMNS = "iin,from,to";

    private static final String[] MEASURES = {
        "PERMANENT_JOB",
        "PUBLIC_WORKS",
        "SOCIAL_WORKPLACE",
        "YOUTH_PRACTICE",
        "TRAINING",
        "GRANT",
        "MICROCREDIT",
        "OTHER"
    };

    private final SampleRandom random;
    private final BitSet[] assisted = new BitSet[LAST_YEAR - FIRST_YEAR + 1];
    private final BitSet[] inMeasures = new BitSet[LAST_YEAR - FIRST_YEAR + 1];
    private final BitSet[] withPackage = new BitSet[LAST_YEAR - FIRST_YEAR + 1];

    SampleSupport(
            SampleRandom random, List<SampleHousehold> households, List<SamplePerson> people, SampleTargets targets) {
        this.random = random;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            int slot = year - FIRST_YEAR;
            assisted[slot] = new SampleCount(year).persons(households);
            var grown = new BitSet();
            var small = new BitSet();
            for (int index = assisted[slot].nextSetBit(0); index >= 0; index = assisted[slot].nextSetBit(index + 1)) {
                SamplePerson person = people.get(index);
                if (isWorkingAge(person, year)) {
                    grown.set(index);
                } else if (packageEnd(person, year) > packageBegin(person, year)) {
                    small.set(index);
                }
            }
            int persons = assisted[slot].cardinality();
            inMeasures[slot] = choose(grown, targets.inMeasures(year, persons), random.split(1, year));
            withPackage[slot] = choose(small, targets.withPackage(year, persons), random.split(2, year));
        }
    }

    /** Old and young enough on the next New Year's Day for any pension age that was in force. */
    private static boolean isWorkingAge(SamplePerson person, int year) {
        int age = person.age(Math.max(person.birth(), SampleDays.newYear(year + 1)));
        return age >= 18 && age <= 57;
    }

    private static BitSet choose(BitSet entitled, int wanted, SampleRandom draw) {
        long[] ranks = entitled.stream()
                .mapToLong(index -> draw.split(3, index).nextLong() & 0x7FFF_FFFF_0000_0000L | index)
                .sorted()
                .toArray();
        var chosen = new BitSet();
        Arrays.stream(ranks).limit(wanted).forEach(rank -> chosen.set((int) rank));
        return chosen;
    }

    /** The first day of the year on which the child is on assistance and at least one. */
    private static int packageBegin(SamplePerson person, int year) {
        int begin = Integer.MAX_VALUE;
        var count = new SampleCount(year);
        int one = SampleDays.birthday(person.birth(), 1);
        for (SampleStay stay : person.stays()) {
            for (SampleSpell spell : stay.household().spells()) {
                int from = Math.max(Math.max(spell.from(), one), stay.from());
                if (count.isInYear(spell) && from < Math.min(spell.to(), stay.to())) {
                    begin = Math.min(begin, from);
                }
            }
        }
        return begin;
    }

    private static int packageEnd(SamplePerson person, int year) {
        int end = Integer.MIN_VALUE;
        var count = new SampleCount(year);
        int seven = Math.min(SampleDays.birthday(person.birth(), 7), person.diedOn());
        for (SampleStay stay : person.stays()) {
            for (SampleSpell spell : stay.household().spells()) {
                int to = Math.min(Math.min(spell.to(), seven), stay.to());
                if (count.isInYear(spell) && to > Math.max(spell.from(), stay.from())) {
                    end = Math.max(end, to);
                }
            }
        }
        return end;
    }

    void packages(SamplePerson person, SampleCsv out) {
        int from = 0;
        int to = Integer.MIN_VALUE;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (!withPackage[year - FIRST_YEAR].get(person.index())) {
                continue;
            }
            int begin = packageBegin(person, year);
            if (begin != to) {
                writePackage(person, from, to, out);
                from = begin;
            }
            to = packageEnd(person, year);
        }
        writePackage(person, from, to, out);
    }

    private static void writePackage(SamplePerson person, int from, int to, SampleCsv out) {
        if (from < to) {
            out.row(SampleIins.text(person.iin()), text(from), text(to));
        }
    }

    /** A measure ends with its year; also a few people without assistance take part in one. */
    void measures(SamplePerson person, SampleCsv out) {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            int slot = year - FIRST_YEAR;
            SampleRandom own = random.split(10 + year, person.index());
            boolean other = !assisted[slot].get(person.index()) && own.chance(4) && isWorkingAge(person, year);
            if (!inMeasures[slot].get(person.index()) && !other) {
                continue;
            }
            int begin = SampleDays.newYear(year);
            int end = Math.min(SampleDays.newYear(year + 1), SampleDays.LAST);
            int from = begin + own.below(end - begin - 45);
            if (other && person.isGone(from)) {
                continue;
            }
            boolean young = (begin - person.birth()) / 365 < 29;
            int kind = own.weighted(210, 360, 90, young ? 90 : 0, 110, 50, 60, 30);
            int to = kind == 0 ? end : Math.min(end, from + own.between(20, 180));
            out.row(SampleIins.text(person.iin()), text(from), MEASURES[kind], text(to));
        }
    }
}
