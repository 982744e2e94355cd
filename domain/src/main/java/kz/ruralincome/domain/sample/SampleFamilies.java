package kz.ruralincome.domain.sample;

import java.util.ArrayList;
import java.util.List;

/** The households as the survey of 2019 found them: who lives together, how old, and how near to assistance. */
final class SampleFamilies {

    private static final int YOUNG = 0;
    private static final int MIDDLE = 1;
    private static final int EXTENDED = 2;
    private static final int ELDERLY = 3;

    /** The need of each kind of family apart from what its children make it; the last are lone parents. */
    private static final int[] NEED = {120, 120, 150, 60, 360};

    private final SampleRandom random;
    private final SampleIins iins;
    private final List<SampleHousehold> households = new ArrayList<>();
    private final List<SamplePerson> people = new ArrayList<>();

    SampleFamilies(SampleRandom random, SampleIins iins) {
        this.random = random;
        this.iins = iins;
    }

    /** Settles each district with its share of about so many people. */
    void settle(SampleGeography geography, int about) {
        int shares = 0;
        for (SampleGeography.District district : geography.districts()) {
            shares += district.share();
        }
        for (SampleGeography.District district : geography.districts()) {
            int wanted = people.size() + (int) ((long) about * district.share() / shares);
            while (people.size() < wanted) {
                SampleRandom own = random.split(1, households.size());
                found(district.settlement(own), own);
            }
        }
    }

    private void found(SampleGeography.Settlement settlement, SampleRandom own) {
        int kind = own.weighted(430, 300, 120, 90, 60);
        var ages = new Ages(own);
        switch (kind) {
            case YOUNG -> ages.couple(own.between(20, 38));
            case MIDDLE -> ages.couple(own.between(39, 54));
            case EXTENDED -> ages.couple(own.between(21, 37));
            case ELDERLY -> {}
            default -> ages.mother(own.between(22, 44));
        }
        int survey = SampleDays.SURVEY + own.below(90);
        int need = NEED[kind] + own.between(0, 320);
        var household = new SampleHousehold(households.size(), settlement, survey, need);
        households.add(household);
        if (kind == ELDERLY) {
            boolean male = own.chance(380);
            int age = own.between(60, 84);
            add(household, age, male, SampleRelation.HEAD, own);
            if (own.chance(520)) {
                add(household, age + own.between(-4, 3), !male, SampleRelation.SPOUSE, own);
            }
            return;
        }
        if (ages.father > 0) {
            add(household, ages.father, true, SampleRelation.HEAD, own);
            add(household, ages.mother, false, SampleRelation.SPOUSE, own);
        } else {
            add(household, ages.mother, false, SampleRelation.HEAD, own);
        }
        for (int age : ages.children) {
            add(household, age, own.chance(512), SampleRelation.CHILD, own);
        }
        if (kind == EXTENDED) {
            int parents = own.between(1, 2);
            for (int parent = 0; parent < parents; parent++) {
                add(household, ages.mother + own.between(23, 38), parent == 1, SampleRelation.PARENT, own);
            }
        } else if (own.chance(40)) {
            add(household, own.between(18, 60), own.chance(500), SampleRelation.OTHER, own);
        }
    }

    private void add(SampleHousehold household, int age, boolean male, SampleRelation relation, SampleRandom own) {
        int birth = SampleDays.birthday(household.from(), -age) - 1 - own.below(364);
        born(birth, male, own).join(household, household.from(), relation);
    }

    /** A new person of the sample; one in a few hundred with an IIN whose digits do not agree. */
    SamplePerson born(int birth, boolean male, SampleRandom own) {
        int oddity = own.below(2000);
        long iin =
                switch (oddity) {
                    case 0, 1, 2 -> iins.next(birth + own.between(1, 40), male);
                    case 3, 4 -> iins.next(birth, !male);
                    case 5 -> iins.nextOfForeigner(birth);
                    default -> iins.next(birth, male);
                };
        var person = new SamplePerson(people.size(), iin, birth, male);
        people.add(person);
        return person;
    }

    /** A household that is founded later, by people who move together. */
    SampleHousehold found(SampleGeography.Settlement settlement, int day, int need) {
        var household = new SampleHousehold(households.size(), settlement, day, need);
        household.entwine();
        households.add(household);
        return household;
    }

    List<SampleHousehold> households() {
        return households;
    }

    List<SamplePerson> people() {
        return people;
    }

    /** The ages in one family. */
    private static final class Ages {

        private final SampleRandom own;
        private final List<Integer> children = new ArrayList<>();
        private int mother;
        private int father;

        private Ages(SampleRandom own) {
            this.own = own;
        }

        private void couple(int age) {
            father = age + own.between(-1, 7);
            mother(age);
        }

        private void mother(int age) {
            mother = age;
            int wish = age < 24
                    ? own.weighted(300, 450, 250)
                    : age < 40
                            ? 1 + own.weighted(110, 220, 300, 230, 100, 40)
                            : own.weighted(90, 170, 290, 250, 150, 50);
            int child = age < 40 ? own.between(0, 3) : own.between(4, 12);
            while (children.size() < wish && child <= age - 19) {
                children.add(child);
                child += own.between(1, 3);
            }
        }
    }
}
