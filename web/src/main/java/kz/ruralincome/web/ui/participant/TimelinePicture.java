package kz.ruralincome.web.ui.participant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.movement.PersonMovement.Period;
import kz.ruralincome.domain.movement.State;

/**
 * A timeline as bars on a line of days; {@link #WIDTH} units wide whatever its length.
 *
 * @param years where years begin
 */
public record TimelinePicture(List<Bar> bars, List<Year> years) {

    /** The width of the picture in its own units. */
    public static final int WIDTH = 1000;

    private static final long DAYS_A_YEAR = 365;

    /** One period: where it lies, and in which colour it is drawn. */
    public record Bar(State state, long x, long width) {

        public String colour() {
            return switch (state) {
                case ENTREPRENEUR, ENTREPRENEUR_ON_ASP -> "enterprise";
                case SUSPENDED_ENTREPRENEUR -> "suspended";
                case ASP -> "assistance";
                case UNPRODUCTIVE_SELF_EMPLOYED, SELF_EMPLOYED, SELF_EMPLOYED_REGIME, WAGE_EMPLOYED -> "work";
                case UNEMPLOYED, INACTIVE -> "no-work";
                case UNKNOWN, AWAY, DECEASED -> "none";
            };
        }
    }

    /** The first day of a year. */
    public record Year(int year, long x) {}

    /** The picture of the periods, an open one drawn up to today. */
    static TimelinePicture of(List<Period> periods, LocalDate today) {
        if (periods.isEmpty()) {
            return new TimelinePicture(List.of(), List.of());
        }
        LocalDate first = periods.get(0).from();
        LocalDate last = periods.get(periods.size() - 1).from().plusMonths(1);
        LocalDate end = last.isAfter(today) ? last : today;
        long days = ChronoUnit.DAYS.between(first, end);
        List<Bar> bars = new ArrayList<>();
        for (Period period : periods) {
            long x = at(period.from(), first, days);
            long until = at(period.to().orElse(end), first, days);
            bars.add(new Bar(period.state(), x, Math.max(2, until - x)));
        }
        List<Year> years = new ArrayList<>();
        int step = 1 + (int) (days / (DAYS_A_YEAR * 12));
        for (int year = first.getYear() + 1; year <= end.getYear(); year += step) {
            years.add(new Year(year, at(LocalDate.of(year, 1, 1), first, days)));
        }
        return new TimelinePicture(bars, years);
    }

    private static long at(LocalDate day, LocalDate first, long days) {
        return WIDTH * ChronoUnit.DAYS.between(first, day) / days;
    }
}
