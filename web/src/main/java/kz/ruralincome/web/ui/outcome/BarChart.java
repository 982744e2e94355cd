package kz.ruralincome.web.ui.outcome;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.List;

/**
 * A picture of shares as lying bars, made by the server so that it is printed as it is seen; the longest fills the width. The
 * names stand above their bars as text, so that they wrap on a narrow page.
 */
public record BarChart(List<Bar> bars) {

    private static final int LONGEST = 500;

    /** What a bar stands for. */
    record Value(String name, BigDecimal number, String text) {}

    /** A name with its bar below and the number at its end. */
    public record Bar(String name, String text, int width) {}

    static BarChart of(List<Value> values) {
        BigDecimal most = values.stream().map(Value::number).reduce(BigDecimal.ONE, BigDecimal::max);
        return new BarChart(values.stream()
                .map(value -> new Bar(value.name(), value.text(), Math.max(1, length(value.number(), most))))
                .toList());
    }

    private static int length(BigDecimal number, BigDecimal most) {
        return number.multiply(BigDecimal.valueOf(LONGEST))
                .divide(most, 0, HALF_UP)
                .intValueExact();
    }

    /** Of the longest bar, as wide as the picture. */
    public int getLongest() {
        return LONGEST;
    }
}
