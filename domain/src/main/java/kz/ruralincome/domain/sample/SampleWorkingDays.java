package kz.ruralincome.domain.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;

/** On which days banks work, by the calendar of the sample: what falls due on a day off is due on the next working day. */
final class SampleWorkingDays {

    private final BitSet off = new BitSet();

    SampleWorkingDays() {
        for (int year = SampleDays.FIRST_YEAR; year <= SampleDays.LAST_YEAR; year++) {
            Map<LocalDate, String> differing = SampleOffice.differingDays(year);
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                String kind = differing.get(day);
                boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
                off.set((int) day.toEpochDay(), kind == null ? weekend : kind.equals("DAY_OFF"));
            }
        }
    }

    /** The day itself, or the first working day after it; beyond the sample's last year any day is a working day. */
    int move(int day) {
        return off.nextClearBit(day);
    }
}
