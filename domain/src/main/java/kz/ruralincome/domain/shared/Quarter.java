package kz.ruralincome.domain.shared;

import java.time.LocalDate;

/**
 * A quarter of a year.
 *
 * @param first its first day
 */
public record Quarter(LocalDate first) {

    private static final int MONTHS = 3;

    public Quarter {
        if (first.getDayOfMonth() != 1 || (first.getMonthValue() - 1) % MONTHS != 0) {
            throw new IllegalArgumentException("no quarter begins on " + first);
        }
    }

    /** The quarter that the day is in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / MONTHS * MONTHS + 1, 1));
    }

    /** @param text as {@link #toString} gives it */
    public static Quarter parse(String text) {
        if (!text.matches("[0-9]{4}-Q[1-4]")) {
            throw new IllegalArgumentException("no quarter: " + text);
        }
        int year = Integer.parseInt(text.substring(0, 4));
        return new Quarter(LocalDate.of(year, (text.charAt(6) - '1') * MONTHS + 1, 1));
    }

    public Quarter before() {
        return new Quarter(first.minusMonths(MONTHS));
    }

    public Quarter next() {
        return new Quarter(first.plusMonths(MONTHS));
    }

    public LocalDate last() {
        return first.plusMonths(MONTHS).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** Which of its year, from 1 on. */
    public int number() {
        return (first.getMonthValue() - 1) / MONTHS + 1;
    }

    /** As in the list of incomes: {@code 2022-Q3}. */
    @Override
    public String toString() {
        return first.getYear() + "-Q" + number();
    }
}
