package kz.ruralincome.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "көл жағасында қар",
                "three green apples",
                "yqpv-27kd-mxzt",
                "MountainAdmin77x",
                "twelve chars",
                "Summer is 2024 long"
            })
    void takesWhatIsLongAndNotTriedFirst(String password) {
        assertThat(PasswordRule.flaws("wanted", "coordinator-2", password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, account.password.short",
        "'', account.password.short",
        "my-Coordinator2-pass, account.password.name",
        "COORDINATOR_2 rides, account.password.name",
        "passwordpassword, account.password.common",
        "P@ssw0rd123456, account.password.common",
        "Qwerty123456!, account.password.common",
        "йцукен123456, account.password.common",
        "Казахстан2024, account.password.common",
        "құпиясөз12345, account.password.common",
        "aaaaaaaaaaaa, account.password.common",
        "121212121212, account.password.common",
        "1234567890123, account.password.common",
        "administrator1, account.password.common"
    })
    void refusesTheRest(String password, String code) {
        assertThat(PasswordRule.flaws("wanted", "coordinator-2", password))
                .extracting(FieldError::code)
                .contains(code);
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(PasswordRule.flaws("wanted", "a-b", "😀😁😂🤣😃😄😅😆😉😊😋"))
                .extracting(FieldError::code)
                .containsExactly("account.password.short");
        assertThat(PasswordRule.flaws("wanted", "a-b", "x1y2z".repeat(41)))
                .extracting(FieldError::code)
                .containsExactly("account.password.long");
    }
}
