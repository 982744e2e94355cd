package kz.ruralincome.web.ui.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A picture of shares as lying bars, made by the server so that it is printed as it is seen; the longest fills the width. */
public record BarChart(int height, List<Bar> bars) {

    /** The width of the picture; the page scales it. */
    public static final int WIDTH = 600;

    private static final int LINE = 48;
    private static final int LONGEST = 480;

    /** What a bar stands for. */
    record Value(String name, BigDecimal number, String text) {}

    /** A name with its bar below and the number at its end. */
    public record Bar(String name, String text, int nameY, int y, int width, int textX, int textY) {}

    static BarChart of(List<Value> values) {
        BigDecimal most = values.stream().map(Value::number).reduce(BigDecimal.ONE, BigDecimal::max);
        List<Bar> bars = new ArrayList<>();
        for (Value value : values) {
            int top = bars.size() * LINE;
            int width = value.number()
                    .multiply(BigDecimal.valueOf(LONGEST))
                    .divide(most, 0, HALF_UP)
                    .intValueExact();
            bars.add(new Bar(value.name(), value.text(), top + 18, top + 24, Math.max(width, 1), width + 8, top + 39));
        }
        return new BarChart(values.size() * LINE + 4, List.copyOf(bars));
    }

    public int getWidth() {
        return WIDTH;
    }
}
