package kz.ruralincome.domain.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * What was published.
 *
 * @param source where
 * @param text the sentence, as it was published
 */
public record Claim(String source, LocalDate publishedOn, String text, List<Statement> statements) {

    public Claim {
        statements = List.copyOf(statements);
    }
}
