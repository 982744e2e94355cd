package kz.ruralincome.domain.sample;

/**
 * What the sample has to come to. The region of the standard sample comes to what the article of January 2023 printed;
 * a small one has the same shape and no exact figures.
 *
 * @param people about how many people live in it before the first year's births
 * @param exact whether the published figures are met to the last person
 */
record SampleTargets(int people, boolean exact) {

    static final int PERSONS_2021 = 61_149;
    static final int PERSONS_2022 = 48_298;
    static final int HOUSEHOLDS_2022 = 9_219;
    static final int CHILDREN_2022 = 12_284;
    static final int MEASURES_2022 = 10_136;

    private static final int PEOPLE = 139_000;

    /** Households on assistance at some time of a year, from 2020 on, in the standard sample. */
    private static final int[] HOUSEHOLDS = {11_900, 11_300, HOUSEHOLDS_2022, 7_900, 5_900, 3_350, 2_100};

    /** Of ten thousand people on assistance, those in a measure, and children with the package. */
    private static final int[] MEASURES = {1300, 1650, 2099, 2000, 1900, 1900, 1900};

    private static final int[] CHILDREN = {2000, 2200, 2543, 2100, 2000, 2000, 2000};

    static SampleTargets region() {
        return new SampleTargets(PEOPLE, true);
    }

    static SampleTargets small(int people) {
        return new SampleTargets(people, false);
    }

    int households(int year) {
        return (int) ((long) HOUSEHOLDS[year - SampleDays.FIRST_YEAR] * people / PEOPLE);
    }

    int inMeasures(int year, int persons) {
        return exact && year == 2022
                ? MEASURES_2022
                : (int) ((long) persons * MEASURES[year - SampleDays.FIRST_YEAR] / 10_000);
    }

    int withPackage(int year, int persons) {
        return exact && year == 2022
                ? CHILDREN_2022
                : (int) ((long) persons * CHILDREN[year - SampleDays.FIRST_YEAR] / 10_000);
    }
}
