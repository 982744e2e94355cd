package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One step of the calculation, to be read by people.
 *
 * @param step what is done; there is a name and a formula for each
 * @param arguments the numbers of the formula in its order: {@code BigDecimal}, {@code LocalDate}, or a code as {@code String}
 * @param result what comes out; empty where it is no number
 * @param parameters the rows of dated parameters that it rests on
 * @param rule whose source is named beside it
 */
public record TestLine(
        String step,
        List<Object> arguments,
        Optional<BigDecimal> result,
        List<ParameterRow> parameters,
        TestRule rule) {

    public TestLine {
        arguments = List.copyOf(arguments);
        parameters = List.copyOf(parameters);
    }

    static TestLine said(String step, TestRule rule, Object... arguments) {
        return new TestLine(step, List.of(arguments), Optional.empty(), List.of(), rule);
    }

    static TestLine counted(String step, TestRule rule, BigDecimal result, Object... arguments) {
        return new TestLine(step, List.of(arguments), Optional.of(result), List.of(), rule);
    }

    TestLine by(ParameterRow... rows) {
        return new TestLine(step, arguments, result, List.of(rows), rule);
    }
}
