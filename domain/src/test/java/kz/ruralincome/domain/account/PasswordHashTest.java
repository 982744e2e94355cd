package kz.ruralincome.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {

    @Test
    void matchesItsPasswordAlone() {
        String hash = PasswordHash.of("дала-2022");

        assertThat(PasswordHash.matches("дала-2022", hash)).isTrue();
        assertThat(PasswordHash.matches("дала-2023", hash)).isFalse();
    }

    @Test
    void isSaltedAndNotThePassword() {
        assertThat(PasswordHash.of("same"))
                .isNotEqualTo(PasswordHash.of("same"))
                .doesNotContain("same");
    }

    @Test
    void isRememberedForSomeMinutesAlone() {
        long[] now = {0};
        var verified = new VerifiedPasswords(() -> now[0]);
        verified.remember("admin", "secret", "hash-1");

        now[0] = java.time.Duration.ofMinutes(11).toNanos();
        assertThat(verified.holds("admin", "secret", "hash-1")).isFalse();
    }

    @Test
    void ofAVerifiedPasswordIsRememberedUntilItChanges() {
        var verified = new VerifiedPasswords();
        verified.remember("admin", "secret", "hash-1");

        assertThat(verified.holds("admin", "secret", "hash-1")).isTrue();
        assertThat(verified.holds("admin", "secret", "hash-2")).isFalse();
        assertThat(verified.holds("admin", "other", "hash-1")).isFalse();
    }
}
