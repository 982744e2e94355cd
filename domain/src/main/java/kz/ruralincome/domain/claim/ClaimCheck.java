package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Sum;
import kz.ruralincome.domain.claim.Statement.Value;

/** Holds the statements of one text against the program's figures and against each other. */
public final class ClaimCheck {

    private final Figures figures;

    private ClaimCheck(Figures figures) {
        this.figures = figures;
    }

    /**
     * What the program makes of each statement, in their order.
     *
     * @param text in which they stand: its numbers, too, may be the base of a percentage
     */
    public static List<CheckedStatement> of(String text, List<Statement> statements, Figures figures) {
        var check = new ClaimCheck(figures);
        var percents = new PercentCheck(check.numbers(text, statements));
        return statements.stream()
                .map(statement ->
                        statement instanceof Percent percent ? percents.check(percent) : check.judge(statement))
                .toList();
    }

    private CheckedStatement judge(Statement statement) {
        Optional<BigDecimal> ours = ours(statement);
        Verdict verdict = ours.map(number -> Verdict.of(
                        number, PublishedNumber.of(statement.printed()).orElseThrow()))
                .orElse(Verdict.NOT_KNOWN);
        return new CheckedStatement(statement, verdict, ours, List.of());
    }

    private Optional<BigDecimal> ours(Statement statement) {
        if (statement instanceof Value value) {
            return figures.value(value.indicator(), value.asOf(), value.territory());
        }
        if (statement instanceof Sum sum) {
            return sum.parts().stream()
                    .map(part -> PublishedNumber.of(part).orElseThrow().value())
                    .reduce(BigDecimal::add)
                    .map(whole -> new BigDecimal(whole.toPlainString())); // 7428000000, not 7.428E+9
        }
        var change = (Change) statement;
        return figures.value(change.indicator(), change.to(), change.territory())
                .flatMap(after -> figures.value(change.indicator(), change.from(), change.territory())
                        .map(after::subtract));
    }

    /** All numbers of which a percentage may be one, and the plans of the indicators that are named. */
    private List<BigDecimal> numbers(String text, List<Statement> statements) {
        List<BigDecimal> numbers = new ArrayList<>();
        PublishedNumber.in(text).forEach(number -> numbers.add(number.value()));
        for (Statement statement : statements) {
            if (!(statement instanceof Percent)) {
                add(numbers, statement.printed());
            }
            statement.terms().forEach(term -> add(numbers, term));
            plans(statement).forEach(numbers::add);
        }
        return numbers;
    }

    private List<BigDecimal> plans(Statement statement) {
        List<Optional<BigDecimal>> plans = new ArrayList<>();
        if (statement instanceof Value value) {
            plans.add(figures.plan(value.indicator(), value.asOf(), value.territory()));
        } else if (statement instanceof Change change) {
            plans.add(figures.plan(change.indicator(), change.from(), change.territory()));
            plans.add(figures.plan(change.indicator(), change.to(), change.territory()));
        }
        return plans.stream().flatMap(Optional::stream).toList();
    }

    private static void add(List<BigDecimal> numbers, String text) {
        PublishedNumber.of(text).ifPresent(number -> numbers.add(number.value()));
    }
}
