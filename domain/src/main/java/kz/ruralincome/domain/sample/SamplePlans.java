package kz.ruralincome.domain.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * What was planned and what other bodies report: the budget's plans with their revisions, requests under
 * rehabilitation programmes month by month, and the figures of the other regions.
 */
final class SamplePlans {

    static final String PLAN_COLUMNS = "year,kato,indicator,decided_on,value,document";
    static final String REHABILITATION_COLUMNS = "as_of,kato,registered,satisfied";
    static final String PEER_COLUMNS = "as_of,kato,indicator,value,source";

    private static final int[] PERSONS = {70_200, 58_900, 47_584, 46_500, 55_423, 24_000, 14_500};
    private static final long[] MILLIONS = {5_100, 4_600, 3_800, 3_900, 4_800, 2_900, 1_900};
    private static final int[] HOUSEHOLDS = {12_900, 11_300, 9_100, 8_700, 9_900, 4_500, 2_700};
    private static final int[] MEASURES = {9_000, 10_000, 10_000, 8_500, 6_500, 3_600, 2_300};
    private static final int[] REGISTRATIONS = {1_150, 1_300, 1_000, 1_350, 1_050, 1_000, 1_000};
    private static final int[] MOVED = {200, 250, 200, 230, 220, 190, 120};

    private static final int[] REGISTERED = {19_870, 21_940, 23_565, 24_310, 25_020, 25_600, 26_100};
    private static final int[] SATISFIED = {18_360, 20_620, 22_548, 23_420, 24_240, 24_830, 25_320};

    /** Satisfied requests of the other regions in tenths of a percent: one is better than Zhambyl, at any time. */
    private static final int[] PEER_PERCENT = {
        913, 884, 942, 897, 931, 905, 876, 862, 921, 938, 949, 854, 908, 926, 889, 867, 917, 972, 934, 945
    };

    private static final int[] PEER_PERSONS = {
        17_400, 19_800, 29_600, 48_100, 21_300, 18_900, 14_200, 25_700, 12_300, 38_200, 24_900, 9_400, 13_600, 196_500,
        6_300, 20_100, 26_800, 34_700, 89_400
    };
    private static final int[] NATIONAL = {1330, 1266, 1000, 860, 640, 330, 200};

    private final SampleGeography geography;

    SamplePlans(SampleGeography geography) {
        this.geography = geography;
    }

    /** Yearly plans; that of 2022 for persons was cut late in the year. */
    void plans(int slot, SampleCsv out) {
        int year = SampleDays.FIRST_YEAR + slot;
        LocalDate decided = LocalDate.of(year - 1, 12, 14);
        String document = "үлгі № " + (year - 1) + "/12";
        if (year == 2022) {
            byDistrict(year, "asp.persons", decided, 52_300, document, out);
            decided = LocalDate.of(2022, 9, 20);
            document = "үлгі № 2022/9";
        }
        byDistrict(year, "asp.persons", decided, PERSONS[slot], document, out);
        byDistrict(year, "asp.allocated", decided, MILLIONS[slot] * 1_000_000, document, out);
        byDistrict(year, "registrations.new", decided, REGISTRATIONS[slot], document, out);
        row(year, SampleGeography.REGION, "asp.households", decided, HOUSEHOLDS[slot], document, out);
        row(year, SampleGeography.REGION, "asp.in-employment-measures", decided, MEASURES[slot], document, out);
        // planned by the districts alone: the region's plan is their sum
        long[] moved = apportion(MOVED[slot], weights(40));
        for (int child = 0; child < moved.length; child++) {
            int kato = geography.children().get(child);
            row(year, kato, "moved.asp-to-entrepreneur", decided, moved[child], document, out);
        }
    }

    private void byDistrict(int year, String indicator, LocalDate decided, long value, String document, SampleCsv out) {
        row(year, SampleGeography.REGION, indicator, decided, value, document, out);
        long[] shares = apportion(value, weights(0));
        for (int child = 1; child < shares.length; child++) {
            row(year, geography.children().get(child), indicator, decided, shares[child], document, out);
        }
    }

    private static void row(
            int year, int kato, String indicator, LocalDate decided, long value, String document, SampleCsv out) {
        out.row(year, kato, indicator, decided, value, document);
    }

    /** The shares of Taraz and of the districts, in the order of {@link SampleGeography#children}. */
    private int[] weights(int taraz) {
        List<SampleGeography.District> districts = geography.districts();
        int[] weights = new int[districts.size() + 1];
        weights[0] = taraz;
        for (int place = 0; place < districts.size(); place++) {
            weights[place + 1] = districts.get(place).share();
        }
        return weights;
    }

    /** Divides a whole so that the parts add up: rounded down, and what is left goes to the last one. */
    static long[] apportion(long whole, int[] weights) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        long[] parts = new long[weights.length];
        long left = whole;
        for (int place = 0; place < parts.length; place++) {
            parts[place] = place == parts.length - 1 ? left : whole * weights[place] / sum;
            left -= parts[place];
        }
        return parts;
    }

    /** A month's report: each district's count since New Year and the region's, which is their sum. */
    void rehabilitation(int month, SampleCsv out) {
        int slot = month / 12;
        int months = month % 12 + 1;
        LocalDate asOf = LocalDate.of(SampleDays.FIRST_YEAR + slot, 1, 1).plusMonths(months);
        if (asOf.isAfter(SampleDays.LAST_DAY)) {
            return;
        }
        long[] registered = apportion(REGISTERED[slot], weights(4200));
        long[] refused = apportion(REGISTERED[slot] - SATISFIED[slot], weights(3100));
        long sumRegistered = 0;
        long sumSatisfied = 0;
        for (int child = 0; child < registered.length; child++) {
            long until = registered[child] * months / 12;
            long satisfied = until - refused[child] * months / 12;
            sumRegistered += until;
            sumSatisfied += satisfied;
            out.row(asOf, geography.children().get(child), until, satisfied);
        }
        out.row(asOf, SampleGeography.REGION, sumRegistered, sumSatisfied);
    }

    /** The other regions on New Year's Day, and of the last year month by month. */
    void peers(int month, SampleCsv out) {
        int slot = month / 12;
        LocalDate asOf = LocalDate.of(SampleDays.FIRST_YEAR, 1, 1).plusMonths(month + 1L);
        if (asOf.isAfter(SampleDays.LAST_DAY) || asOf.getMonthValue() != 1 && slot < 6) {
            return;
        }
        List<Integer> peers = geography.peers();
        for (int place = 0; place < peers.size(); place++) {
            int kato = peers.get(place);
            long registered = (9_000 + 1_130L * (place * 7 % 19)) * (month % 12 + 1) / 12;
            int tenths = PEER_PERCENT[place] + (slot - 2) * 2;
            long satisfied = (registered * tenths + 500) / 1000;
            String percent = tenths / 10 + "." + tenths % 10;
            peer(asOf, kato, "rehabilitation.registered", registered, out);
            peer(asOf, kato, "rehabilitation.satisfied", satisfied, out);
            peer(asOf, kato, "rehabilitation.percent", percent, out);
            if (asOf.getMonthValue() == 1) {
                peer(asOf, kato, "asp.persons", (long) PEER_PERSONS[place] * NATIONAL[slot] / 1000, out);
            }
        }
    }

    private static void peer(LocalDate asOf, int kato, String indicator, Object value, SampleCsv out) {
        out.row(asOf, kato, indicator, value, "үлгі");
    }
}
