package kz.ruralincome.domain.report;

import java.math.BigDecimal;
import java.util.List;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.claim.UnstatedNumbers;

/**
 * What the author of a report says in it, in both languages.
 *
 * @param statements what its numbers are said to be; those without a territory are of that of the report
 */
public record Sentence(String kk, String ru, List<Statement> statements) {

    public Sentence {
        statements = List.copyOf(statements);
    }

    /** Both languages together. */
    String text() {
        return kk + "\n" + ru;
    }

    /** Numbers of the texts that no statement prints; the days of the report and of the statements are none. */
    public List<BigDecimal> unstated(KeptReport report) {
        return UnstatedNumbers.in(text(), statements, List.of(report.asOf(), report.flowFrom()));
    }
}
