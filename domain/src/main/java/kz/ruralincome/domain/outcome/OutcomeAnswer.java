package kz.ruralincome.domain.outcome;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Lines with what they rest on.
 *
 * @param flowFrom the first day of the window of FLOWs
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param asKnownOn the moment as of which the facts were read: the same question with it has the same answer ever after
 * @param freshAsOf up to when the last finished movement run had read them; empty: none has finished
 * @param coversTo the earliest day up to which the lists behind the lines that have a value are complete
 */
public record OutcomeAnswer<T>(
        LocalDate asOf,
        LocalDate flowFrom,
        Optional<String> territory,
        OffsetDateTime asKnownOn,
        Optional<OffsetDateTime> freshAsOf,
        Optional<LocalDate> coversTo,
        List<T> items) {

    /** The same with these lines. */
    OutcomeAnswer<T> with(List<T> others) {
        return new OutcomeAnswer<>(asOf, flowFrom, territory, asKnownOn, freshAsOf, coversTo, others);
    }
}
