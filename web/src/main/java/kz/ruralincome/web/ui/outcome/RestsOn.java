package kz.ruralincome.web.ui.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import kz.ruralincome.domain.movement.MatrixAnswer;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.web.ui.layout.Address;

/**
 * What the numbers of a view rest on, as every view tells it.
 *
 * @param freshAsOf up to when the facts had been read; null: no run has finished
 * @param coversTo up to which day the lists are complete; null: one was never declared so
 * @param permanent an address under which these numbers never change
 */
public record RestsOn(OffsetDateTime freshAsOf, OffsetDateTime knownOn, LocalDate coversTo, String permanent) {

    static RestsOn of(OutcomeAnswer<?> answer, Address shown) {
        return new RestsOn(
                answer.freshAsOf().orElse(null),
                answer.asKnownOn(),
                answer.coversTo().orElse(null),
                permanent(shown, answer.asKnownOn()));
    }

    static RestsOn of(MatrixAnswer<?> answer, Address shown) {
        return new RestsOn(
                answer.freshAsOf().orElse(null),
                answer.asKnownOn(),
                answer.coversTo().orElse(null),
                permanent(shown, answer.asKnownOn()));
    }

    /** The version of the definitions by which the numbers are counted. */
    public String rules() {
        return Rules.VERSION;
    }

    private static String permanent(Address shown, OffsetDateTime knownOn) {
        return shown.with("asKnownOn", knownOn).toString();
    }
}
