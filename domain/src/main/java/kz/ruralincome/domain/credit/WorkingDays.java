package kz.ruralincome.domain.credit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** On which days banks work: Monday to Friday, but for the days that differ. */
public final class WorkingDays {

    /** Without any difference. */
    public static final WorkingDays MONDAY_TO_FRIDAY = new WorkingDays(Set.of(), Set.of());

    private final Set<LocalDate> daysOff;
    private final Set<LocalDate> workedWeekends;

    /** The differences from Monday to Friday, as the list {@code calendar} gives them. */
    public WorkingDays(Set<LocalDate> daysOff, Set<LocalDate> workedWeekends) {
        this.daysOff = Set.copyOf(daysOff);
        this.workedWeekends = Set.copyOf(workedWeekends);
    }

    public boolean isDayOff(LocalDate day) {
        if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            return !workedWeekends.contains(day);
        }
        return daysOff.contains(day);
    }

    /** The day itself, or the first working day after it. */
    public LocalDate move(LocalDate day) {
        LocalDate moved = day;
        while (isDayOff(moved)) {
            moved = moved.plusDays(1);
        }
        return moved;
    }
}
