package kz.ruralincome.web.ui.outcome;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.outcome.RegistrationCounts;
import kz.ruralincome.domain.outcome.RegistrationMonth;

/**
 * What began month by month above a line, what ended below it, drawn by the server so that it is printed as it is seen; what
 * the law ended lies hatched at the end of its bar. A month of which something is withheld has no bar for it.
 *
 * @param width of the picture, which the page scales
 * @param zero where the line lies
 */
public record MonthChart(int width, int height, int zero, List<Bar> bars) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.yyyy");
    private static final int STEP = 64;
    private static final int WIDE = 40;
    private static final int LONGEST = 120;
    private static final int TEXT = 20;

    /**
     * A month.
     *
     * @param begun length of the bar above the line
     * @param otherwise length of the bar below it
     * @param byLaw length of the hatched bar below that
     */
    public record Bar(String name, int x, int begun, int otherwise, int byLaw, String above, String below) {}

    static String name(YearMonth month) {
        return MONTH.format(month);
    }

    static MonthChart of(List<RegistrationMonth> months, LongFunction<String> number) {
        long most = months.stream()
                .map(RegistrationMonth::counts)
                .flatMapToLong(counts -> LongStream.of(counts.begun().orElse(0L), ended(counts)))
                .max()
                .orElse(0);
        long scale = Math.max(1, most);
        List<Bar> bars = new ArrayList<>();
        for (RegistrationMonth month : months) {
            var counts = month.counts();
            bars.add(new Bar(
                    name(month.month()),
                    bars.size() * STEP + (STEP - WIDE) / 2,
                    length(counts.begun(), scale),
                    length(counts.otherwise(), scale),
                    length(counts.byLaw(), scale),
                    text(counts.begun(), number),
                    text(counts.ended(), number)));
        }
        int zero = LONGEST + TEXT;
        return new MonthChart(months.size() * STEP, 2 * (LONGEST + TEXT) + TEXT, zero, List.copyOf(bars));
    }

    private static long ended(RegistrationCounts counts) {
        return Stream.of(counts.otherwise(), counts.byLaw())
                .mapToLong(count -> count.orElse(0L))
                .sum();
    }

    private static int length(Optional<Long> count, long most) {
        return Math.toIntExact(count.map(some -> some * LONGEST / most).orElse(0L));
    }

    private static String text(Optional<Long> count, LongFunction<String> number) {
        return count.map(number::apply).orElse("…");
    }

    public int getWide() {
        return WIDE;
    }
}
