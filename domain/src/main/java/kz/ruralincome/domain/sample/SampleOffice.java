package kz.ruralincome.domain.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the office itself keeps: days off, poverty lines, the okrugs of the pilot. */
final class SampleOffice {

    static final String CALENDAR_COLUMNS = "date,kind";
    static final String PARAMETER_COLUMNS = "from,name,kato,value,document";
    static final String PILOT_AREA_COLUMNS = "kato,from,to,stage";

    private static final MonthDay CHRISTMAS = MonthDay.of(1, 7);
    private static final MonthDay REPUBLIC_DAY = MonthDay.of(10, 25);
    private static final MonthDay FIRST_PRESIDENT_DAY = MonthDay.of(12, 1);
    private static final MonthDay INDEPENDENCE_SECOND_DAY = MonthDay.of(12, 17);

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 2),
            CHRISTMAS,
            MonthDay.of(3, 8),
            MonthDay.of(3, 21),
            MonthDay.of(3, 22),
            MonthDay.of(3, 23),
            MonthDay.of(5, 1),
            MonthDay.of(5, 7),
            MonthDay.of(5, 9),
            MonthDay.of(7, 6),
            MonthDay.of(8, 30),
            REPUBLIC_DAY,
            FIRST_PRESIDENT_DAY,
            MonthDay.of(12, 16),
            INDEPENDENCE_SECOND_DAY);

    /** First day of Kurban Ait, which follows the moon. */
    private static final Set<LocalDate> KURBAN_AIT = Set.of(
            LocalDate.of(2020, 7, 31),
            LocalDate.of(2021, 7, 20),
            LocalDate.of(2022, 7, 9),
            LocalDate.of(2023, 6, 28),
            LocalDate.of(2024, 6, 16),
            LocalDate.of(2025, 6, 6),
            LocalDate.of(2026, 5, 27));

    private SampleOffice() {}

    static void calendar(int slot, SampleCsv out) {
        differingDays(SampleDays.FIRST_YEAR + slot).forEach((day, kind) -> out.row(day, kind));
    }

    /** Holidays by law that fall from Monday to Friday, and the Mondays that stand in for those that do not. */
    static Map<LocalDate, String> differingDays(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            if (isHoliday(day)) {
                LocalDate off = day;
                while (isWeekend(off) || days.containsKey(off) || off != day && isHoliday(off)) {
                    off = off.plusDays(1);
                }
                boolean movable = !MonthDay.from(day).equals(CHRISTMAS) && !KURBAN_AIT.contains(day);
                if (off.equals(day) || movable) {
                    days.put(off, "DAY_OFF");
                }
            }
        }
        if (year == 2020) {
            days.put(LocalDate.of(2020, 1, 3), "DAY_OFF");
            days.put(LocalDate.of(2020, 1, 5), "WORKING_DAY");
        }
        return days;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isHoliday(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        if (date.equals(REPUBLIC_DAY)) {
            return day.getYear() >= 2022;
        }
        if (date.equals(FIRST_PRESIDENT_DAY) || date.equals(INDEPENDENCE_SECOND_DAY)) {
            return day.getYear() < 2022;
        }
        return HOLIDAYS.contains(date) || KURBAN_AIT.contains(day);
    }

    /** Subsistence minimum and poverty line of the region, quarter by quarter: made up, and the document says so. */
    static void parameters(int quarter, SampleCsv out) {
        int year = SampleDays.FIRST_YEAR + quarter / 4;
        LocalDate from = LocalDate.of(year, 1 + quarter % 4 * 3, 1);
        String document = "үлгі / образец № " + (quarter + 1);
        int minimum = SampleMoney.subsistenceMinimum(year, quarter % 4);
        int line = SampleMoney.povertyLine(year, quarter % 4);
        out.row(from, "REGIONAL_SUBSISTENCE_MINIMUM", SampleGeography.REGION, minimum, document);
        out.row(from, "POVERTY_LINE", SampleGeography.REGION, line, document);
    }

    static void pilotAreas(SampleCsv out) {
        SampleGeography.STAGE_ONE.forEach(kato -> out.row(kato, "2020-01-15", "", 1));
        SampleGeography.STAGE_TWO.forEach(kato -> out.row(kato, "2022-09-15", "", 2));
    }
}
