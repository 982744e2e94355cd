package kz.ruralincome.web.ui.participant;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A timeline as lanes of bars above a line of days; {@link #WIDTH} units wide whatever its length. What overlaps in a lane
 * lies in rows below each other.
 *
 * @param height in the same units
 */
public record TimelinePicture(long height, List<Title> titles, List<Bar> bars, List<Tick> ticks) {

    /** The width of the picture in its own units. */
    public static final int WIDTH = 1000;

    static final long TOP = 26;
    static final long TITLE = 20;
    static final long BAR = 20;
    static final long ROW = 24;
    static final long GAP = 6;

    private static final int NARROWEST = 2;
    private static final int UNITS_A_LETTER = 8;
    private static final int MARGIN = 8;
    private static final int FEWEST_LETTERS = 4;
    private static final int MONTHS_BY_QUARTERS = 30;
    private static final int MONTHS_BY_HALVES = 66;
    private static final int MOST_YEARS = 14;

    /** The name of a lane, above its bars. */
    public record Title(String text, long y) {}

    /**
     * One spell.
     *
     * @param text as much of its label as there is room for; may be empty
     * @param said all that is known of it
     */
    public record Bar(long x, long y, long width, String look, String text, Lane.Spell said) {}

    /**
     * A day on the line.
     *
     * @param day the first of a month
     * @param isYear it begins a year
     */
    public record Tick(long x, LocalDate day, boolean isYear) {}

    /** The picture, what still runs drawn up to today; without a spell there is nothing on it. */
    static TimelinePicture of(List<Lane> lanes, LocalDate today) {
        Optional<LocalDate> begin = first(lanes, today);
        if (begin.isEmpty()) {
            return new TimelinePicture(0, List.of(), List.of(), List.of());
        }
        LocalDate last = days(lanes, spell -> spell.from().map(from -> from.plusMonths(1)))
                .max(Comparator.naturalOrder())
                .filter(today::isBefore)
                .orElse(today);
        Scale scale = new Scale(begin.get(), last);
        List<Title> titles = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        long y = TOP;
        for (Lane lane : lanes) {
            titles.add(new Title(lane.name(), y + TITLE - 6));
            y += TITLE;
            y += ROW * draw(lane, y, scale, bars) + GAP;
        }
        return new TimelinePicture(y, titles, bars, scale.ticks());
    }

    /** Who only lived somewhere before anything happened is drawn from that on; never more than some years. */
    private static Optional<LocalDate> first(List<Lane> lanes, LocalDate today) {
        Optional<LocalDate> happened = days(
                        lanes.stream().filter(lane -> !lane.isFrame()).toList(), Lane.Spell::from)
                .min(Comparator.naturalOrder());
        return happened.or(() -> days(lanes, Lane.Spell::from).min(Comparator.naturalOrder()))
                .map(day -> day.isBefore(today.minusYears(MOST_YEARS)) ? today.minusYears(MOST_YEARS) : day)
                .map(day -> day.isBefore(today) ? day : today.minusDays(1));
    }

    private static Stream<LocalDate> days(List<Lane> lanes, Function<Lane.Spell, Optional<LocalDate>> which) {
        return lanes.stream().flatMap(lane -> lane.spells().stream()).map(which).flatMap(Optional::stream);
    }

    /** How many rows the lane takes. */
    private static int draw(Lane lane, long top, Scale scale, List<Bar> bars) {
        List<Long> reached = new ArrayList<>();
        List<Lane.Spell> inOrder = lane.spells().stream()
                .sorted(Comparator.comparing(spell -> spell.from().orElse(LocalDate.MIN)))
                .toList();
        for (Lane.Spell spell : inOrder) {
            if (spell.to().filter(to -> !to.isAfter(scale.first())).isPresent()) {
                continue; // all of it was before the picture begins
            }
            long x = Math.min(spell.from().map(scale::at).orElse(0L), WIDTH - NARROWEST);
            long end = spell.to().map(scale::at).orElse((long) WIDTH);
            long width = Math.max(NARROWEST, end - x);
            int row = 0;
            while (row < reached.size() && reached.get(row) > x) {
                row++;
            }
            if (row == reached.size()) {
                reached.add(0L);
            }
            reached.set(row, x + width);
            bars.add(new Bar(x, top + ROW * row, width, spell.look(), fitting(spell.label(), width), spell));
        }
        return Math.max(1, reached.size());
    }

    /** As much of a label as a bar has room for. */
    static String fitting(String label, long width) {
        long letters = (width - MARGIN) / UNITS_A_LETTER;
        if (label.length() <= letters) {
            return label;
        }
        return letters < FEWEST_LETTERS
                ? ""
                : label.substring(0, (int) letters - 1).strip() + "…";
    }

    /** The line of days. */
    private record Scale(LocalDate first, LocalDate last) {

        long at(LocalDate day) {
            long days = Math.max(1, ChronoUnit.DAYS.between(first, last));
            return Math.max(0, Math.min(WIDTH, WIDTH * ChronoUnit.DAYS.between(first, day) / days));
        }

        /** The first days of years, halves or quarters, by how many months there are. */
        List<Tick> ticks() {
            long months = ChronoUnit.MONTHS.between(first, last);
            int step = months <= MONTHS_BY_QUARTERS ? 3 : months <= MONTHS_BY_HALVES ? 6 : 12;
            LocalDate year = first.withDayOfYear(1);
            return Stream.iterate(year, day -> !day.isAfter(last), day -> day.plusMonths(step))
                    .filter(day -> !day.isBefore(first))
                    .map(day -> new Tick(at(day), day, day.getMonthValue() == 1))
                    .toList();
        }
    }
}
