package kz.ruralincome.domain.account;

import java.time.Duration;
import java.util.Optional;

/**
 * What the door says to a name and a secret.
 *
 * @param access empty: they are wrong, or were not looked at
 * @param later present: too many were wrong before; nothing is looked at until then
 */
public record SignInAnswer(Optional<Access> access, Optional<Duration> later) {

    static SignInAnswer opened(Access access) {
        return new SignInAnswer(Optional.of(access), Optional.empty());
    }

    static SignInAnswer refused() {
        return new SignInAnswer(Optional.empty(), Optional.empty());
    }

    static SignInAnswer later(Duration wait) {
        return new SignInAnswer(Optional.empty(), Optional.of(wait));
    }
}
