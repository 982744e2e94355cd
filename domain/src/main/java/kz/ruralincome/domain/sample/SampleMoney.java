package kz.ruralincome.domain.sample;

/** Amounts that the sample needs and that no source gives for Zhambyl region: made up, near the national ones. */
final class SampleMoney {

    /** Regional subsistence minimum in tenge by quarter, from the last one of 2019 on. */
    private static final int[] MINIMUM = {
        30_150, 30_900, 31_800, 31_400, 32_200, 33_300, 34_600, 34_200, 35_100, 36_700, 39_400, 39_900, 40_800, 42_300,
        44_100, 43_600, 44_000, 45_200, 46_300, 45_700, 46_100, 47_600, 49_000, 48_800, 49_500, 51_300, 52_700, 52_200,
        53_000
    };

    private SampleMoney() {}

    static int subsistenceMinimum(int year, int quarter) {
        return MINIMUM[(year - SampleDays.FIRST_YEAR) * 4 + quarter + 1];
    }

    /** 70 % of the minimum of the quarter before, in whole tenge, half up. */
    static int povertyLine(int year, int quarter) {
        return (MINIMUM[(year - SampleDays.FIRST_YEAR) * 4 + quarter] * 70 + 50) / 100;
    }
}
