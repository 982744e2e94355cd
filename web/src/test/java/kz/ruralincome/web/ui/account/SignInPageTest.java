package kz.ruralincome.web.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "/outcome/outcomes.xhtml?from=2022-01-01, true",
                "//elsewhere.example/, false",
                "https://elsewhere.example/, false",
                "/\\elsewhere.example, false",
                "none, false"
            })
    void goesOnToPagesOfThisProgramAlone(String from, boolean ours) {
        assertThat(SignInPage.isOurs(from)).isEqualTo(ours);
    }
}
