package kz.ruralincome.domain.sample;

import java.time.LocalDate;

/** Days of the sample as numbers (days since 1970), which is what most of its reckoning wants. */
final class SampleDays {

    /** The end that never comes: an empty {@code to}. */
    static final int NEVER = Integer.MAX_VALUE;

    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2026;

    /** The households were surveyed door to door in the autumn before. */
    static final int SURVEY = day(2019, 9, 2);

    static final int FIRST = day(FIRST_YEAR, 1, 1);

    /** The day on which the sample stands: officials report as of the first of a month. */
    static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 1);

    static final int LAST = (int) LAST_DAY.toEpochDay();

    static final int REFORM = day(2026, 1, 1);

    private SampleDays() {}

    static int day(int year, int month, int dayOfMonth) {
        return (int) LocalDate.of(year, month, dayOfMonth).toEpochDay();
    }

    static int newYear(int year) {
        return day(year, 1, 1);
    }

    static int quarterStart(int year, int quarter) {
        return day(year, 1 + 3 * quarter, 1);
    }

    static int quarterEnd(int year, int quarter) {
        return quarter == 3 ? newYear(year + 1) : quarterStart(year, quarter + 1);
    }

    static int year(int day) {
        return LocalDate.ofEpochDay(day).getYear();
    }

    static int birthday(int birth, int age) {
        return (int) LocalDate.ofEpochDay(birth).plusYears(age).toEpochDay();
    }

    /** Whole years of age on a day. */
    static int age(int birth, int on) {
        return LocalDate.ofEpochDay(birth).until(LocalDate.ofEpochDay(on)).getYears();
    }

    static String text(int day) {
        return day == NEVER ? "" : LocalDate.ofEpochDay(day).toString();
    }
}
