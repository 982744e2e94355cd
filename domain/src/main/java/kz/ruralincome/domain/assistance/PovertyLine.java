package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.Quarter;

/**
 * The line of a region in a quarter: as announced, else a per cent of the region's subsistence minimum and, while a per cent
 * of its median income is in force, the larger of the two. Whole tenge, half up.
 */
final class PovertyLine {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Parameters parameters;
    private final int region;
    private final Quarter quarter;
    private final List<TestLine> lines = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    private PovertyLine(Parameters parameters, int region, Quarter quarter) {
        this.parameters = parameters;
        this.region = region;
        this.quarter = quarter;
    }

    /** The line and how it came about; empty with what is missing where it is not known. */
    record Found(Optional<BigDecimal> line, List<TestLine> lines, List<Missing> missing) {}

    static Found of(Parameters parameters, int region, Quarter quarter) {
        return new PovertyLine(parameters, region, quarter).find();
    }

    private Found find() {
        var announced = parameters.announced(Parameters.POVERTY_LINE, region, quarter);
        if (announced.isPresent()) {
            return new Found(Optional.of(announced(announced.get())), lines, List.of());
        }
        missing.add(Missing.of(Parameters.POVERTY_LINE, "%09d".formatted(region), quarter.toString()));
        Optional<BigDecimal> computed = computed();
        return new Found(computed, lines, computed.isPresent() ? List.of() : missing);
    }

    private BigDecimal announced(ParameterRow row) {
        BigDecimal line = Rounding.WHOLE_TENGE.of(row.value());
        lines.add(TestLine.counted("line-announced", TestRule.LINE, line, quarter.toString())
                .by(row));
        new PovertyLine(parameters, region, quarter)
                .computed()
                .filter(computed -> computed.compareTo(line) != 0)
                .ifPresent(computed ->
                        lines.add(TestLine.counted("line-differs", TestRule.LINE, computed, line, computed)));
        return line;
    }

    /** By the formula of the day; empty when one of its numbers is missing. */
    private Optional<BigDecimal> computed() {
        var percent = parameters.inForce(Parameters.PERCENT_OF_MINIMUM, quarter.first());
        if (percent.isEmpty()) {
            missing.add(Missing.of(Parameters.PERCENT_OF_MINIMUM, quarter.toString()));
        }
        Optional<BigDecimal> ofMinimum = share(percent, Parameters.MINIMUM, "line-minimum");
        var percentOfMedian = parameters.inForce(Parameters.PERCENT_OF_MEDIAN, quarter.first());
        if (percentOfMedian.isEmpty()) {
            return ofMinimum;
        }
        Optional<BigDecimal> ofMedian = share(percentOfMedian, Parameters.MEDIAN, "line-median");
        if (ofMinimum.isEmpty() || ofMedian.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal larger = ofMinimum.get().max(ofMedian.get());
        lines.add(TestLine.counted("line-larger", TestRule.LINE, larger, ofMinimum.get(), ofMedian.get()));
        return Optional.of(larger);
    }

    private Optional<BigDecimal> share(Optional<ParameterRow> percent, String of, String step) {
        var base = parameters.announced(of, region, quarter);
        if (base.isEmpty()) {
            missing.add(Missing.of(of, "%09d".formatted(region), quarter.toString()));
        }
        if (base.isEmpty() || percent.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal exact = base.get().value().multiply(percent.get().value()).divide(HUNDRED);
        BigDecimal rounded = Rounding.WHOLE_TENGE.of(exact);
        lines.add(TestLine.counted(
                        step,
                        TestRule.LINE,
                        rounded,
                        base.get().value(),
                        percent.get().value(),
                        exact)
                .by(percent.get(), base.get()));
        return Optional.of(rounded);
    }
}
