package kz.ruralincome.domain.sample;

import java.time.LocalDate;

/**
 * Gives out IINs of the sample: of valid form, with a right check digit, each one once. Nobody is meant by them; that
 * a living person bears one of them cannot be excluded, as every valid number may be given out.
 */
final class SampleIins {

    private static final int[] FIRST_WEIGHTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    private final long[] given;
    private final SampleRandom random;

    SampleIins(int people, SampleRandom random) {
        this.given = new long[Integer.highestOneBit(people + 1) * 4];
        this.random = random;
    }

    /** A new IIN whose digits tell this birth date and sex. */
    long next(int birth, boolean male) {
        LocalDate date = LocalDate.ofEpochDay(birth);
        return next(date, (date.getYear() < 2000 ? 3 : 5) + (male ? 0 : 1));
    }

    /** A new IIN such as foreigners were seen with: 0 in the place of century and sex. */
    long nextOfForeigner(int birth) {
        return next(LocalDate.ofEpochDay(birth), 0);
    }

    private long next(LocalDate date, int century) {
        while (true) {
            long iin = of(date, century, random.below(10_000));
            if (iin >= 0 && giveOut(iin)) {
                return iin;
            }
        }
    }

    /** The IIN with this serial, or -1 where no check digit fits. */
    static long of(LocalDate date, int century, int serial) {
        long first = ((date.getYear() % 100 * 100L + date.getMonthValue()) * 100 + date.getDayOfMonth()) * 100_000
                + century * 10_000L
                + serial;
        int check = remainder(first, FIRST_WEIGHTS);
        if (check == 10) {
            check = remainder(first, SECOND_WEIGHTS);
        }
        return check == 10 ? -1 : first * 10 + check;
    }

    static String text(long iin) {
        String digits = Long.toString(iin);
        return "0".repeat(12 - digits.length()) + digits;
    }

    /** Whether the first seven digits tell this birth date and sex. */
    static boolean agrees(long iin, int birth, boolean male) {
        LocalDate date = LocalDate.ofEpochDay(birth);
        long told = (date.getYear() % 100 * 100L + date.getMonthValue()) * 100 + date.getDayOfMonth();
        return iin / 100_000 == told * 10 + (date.getYear() < 2000 ? 3 : 5) + (male ? 0 : 1);
    }

    private static int remainder(long first, int[] weights) {
        int sum = 0;
        long rest = first;
        for (int place = 10; place >= 0; place--) {
            sum += (int) (rest % 10) * weights[place];
            rest /= 10;
        }
        return sum % 11;
    }

    private boolean giveOut(long iin) {
        int mask = given.length - 1;
        int slot = (int) (iin * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (given[slot] != 0) {
            if (given[slot] == iin) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        given[slot] = iin;
        return true;
    }
}
