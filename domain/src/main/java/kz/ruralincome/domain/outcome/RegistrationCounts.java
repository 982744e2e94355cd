package kz.ruralincome.domain.outcome;

import java.util.Optional;

/**
 * Registrations of a month or a place; a count that is empty is withheld.
 *
 * @param ended all that ended: those by the law of 2026 and the others
 */
public record RegistrationCounts(
        Optional<Long> begun, Optional<Long> ended, Optional<Long> byLaw, Optional<Long> otherwise) {

    static RegistrationCounts of(long begun, long byLaw, long otherwise) {
        return new RegistrationCounts(
                Optional.of(begun), Optional.of(byLaw + otherwise), Optional.of(byLaw), Optional.of(otherwise));
    }

    /** Begun less ended. */
    public Optional<Long> balance() {
        return begun.flatMap(more -> ended.map(less -> more - less));
    }

    /** The same as if the law had ended none. */
    public Optional<Long> balanceWithoutLaw() {
        return begun.flatMap(more -> otherwise.map(less -> more - less));
    }

    boolean isAny() {
        return begun.orElseThrow() + ended.orElseThrow() > 0;
    }
}
