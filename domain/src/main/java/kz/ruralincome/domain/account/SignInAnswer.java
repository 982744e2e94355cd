package kz.ruralincome.domain.account;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What the door says to a name and a secret.
 *
 * @param access empty: they are wrong, or were not looked at
 * @param mustChange the secret is right, but a temporary password: it opens nothing but the page that changes it
 * @param readAt when the secrets were read by which it was judged; null when nothing was opened
 * @param later present: too many were wrong before; nothing is looked at until then
 */
public record SignInAnswer(
        Optional<Access> access, boolean mustChange, OffsetDateTime readAt, Optional<Duration> later) {

    static SignInAnswer opened(Access access, boolean mustChange, OffsetDateTime readAt) {
        return new SignInAnswer(Optional.of(access), mustChange, readAt, Optional.empty());
    }

    static SignInAnswer refused() {
        return new SignInAnswer(Optional.empty(), false, null, Optional.empty());
    }

    static SignInAnswer later(Duration wait) {
        return new SignInAnswer(Optional.empty(), false, null, Optional.of(wait));
    }
}
