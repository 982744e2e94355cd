package kz.ruralincome.web.ui.outcome;

import static java.math.RoundingMode.CEILING;
import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A picture of a figure month by month, made by the server so that it is printed as it is seen. It begins at zero; where a
 * value is missing the line is broken.
 *
 * @param lines the points of each unbroken stretch, as SVG writes them
 * @param dots values between two that are missing, which make no line
 */
public record LineChart(List<String> lines, List<Dot> dots, List<Mark> levels, List<Mark> years) {

    /** The size of the picture; the page scales it. */
    public static final int WIDTH = 720;

    public static final int HEIGHT = 300;

    private static final int LEFT = 96;
    private static final int RIGHT = 690;
    private static final int TOP = 16;
    private static final int BOTTOM = 264;
    private static final int LEVELS = 5;
    private static final int YEARS = 12;
    private static final List<BigDecimal> STEPS = List.of(BigDecimal.ONE, new BigDecimal(2), new BigDecimal(5));

    /** What is drawn of a month. */
    record Value(LocalDate month, Optional<BigDecimal> number) {}

    /** A value by itself. */
    public record Dot(int x, int y) {}

    /** A thin line at a height or a year, with what stands beside it. */
    public record Mark(int at, String text) {}

    /** @param text how a number of the scale is written */
    static LineChart of(List<Value> values, Function<BigDecimal, String> text) {
        BigDecimal most =
                values.stream().flatMap(value -> value.number().stream()).reduce(BigDecimal.ZERO, BigDecimal::max);
        BigDecimal step = step(most);
        BigDecimal top = most.divide(step, 0, CEILING).max(BigDecimal.ONE).multiply(step);
        List<Mark> levels = new ArrayList<>();
        for (BigDecimal level = BigDecimal.ZERO; level.compareTo(top) <= 0; level = level.add(step)) {
            levels.add(new Mark(y(level, top), text.apply(level)));
        }
        List<String> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        List<Dot> stretch = new ArrayList<>();
        for (int i = 0; i <= values.size(); i++) {
            var number = i < values.size() ? values.get(i).number() : Optional.<BigDecimal>empty();
            if (number.isPresent()) {
                stretch.add(new Dot(x(i, values.size()), y(number.get(), top)));
            } else {
                end(stretch, lines, dots);
            }
        }
        return new LineChart(List.copyOf(lines), List.copyOf(dots), List.copyOf(levels), years(values));
    }

    private static void end(List<Dot> stretch, List<String> lines, List<Dot> dots) {
        if (stretch.size() == 1) {
            dots.add(stretch.get(0));
        } else if (stretch.size() > 1) {
            var line = new StringBuilder();
            stretch.forEach(
                    dot -> line.append(dot.x()).append(',').append(dot.y()).append(' '));
            lines.add(line.toString().strip());
        }
        stretch.clear();
    }

    /** 1, 2 or 5 with noughts, so that there are at most five levels; whole for counts. */
    private static BigDecimal step(BigDecimal most) {
        BigDecimal power = BigDecimal.ONE;
        while (true) {
            for (BigDecimal step : STEPS) {
                BigDecimal wide = step.multiply(power);
                if (most.compareTo(wide.multiply(BigDecimal.valueOf(LEVELS))) <= 0) {
                    return wide;
                }
            }
            power = power.multiply(BigDecimal.TEN);
        }
    }

    private static List<Mark> years(List<Value> values) {
        List<Mark> years = new ArrayList<>();
        long all =
                values.stream().map(value -> value.month().getYear()).distinct().count();
        long every = (all + YEARS - 1) / YEARS;
        for (int i = 0; i < values.size(); i++) {
            LocalDate month = values.get(i).month();
            if (month.getMonthValue() == 1 && month.getYear() % Math.max(1, every) == 0 || values.size() == 1) {
                years.add(new Mark(x(i, values.size()), Integer.toString(month.getYear())));
            }
        }
        return years;
    }

    private static int x(int place, int places) {
        return places < 2 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * place / (places - 1);
    }

    private static int y(BigDecimal value, BigDecimal top) {
        return BOTTOM
                - value.multiply(BigDecimal.valueOf(BOTTOM - TOP))
                        .divide(top, 0, HALF_UP)
                        .intValueExact();
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return HEIGHT;
    }

    public int getLeft() {
        return LEFT;
    }

    public int getRight() {
        return RIGHT;
    }

    public int getTop() {
        return TOP;
    }

    public int getBottom() {
        return BOTTOM;
    }
}
