package kz.ruralincome.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, KK",
                "'', KK",
                "ru, RU",
                "'ru-RU,ru;q=0.9,en;q=0.8', RU",
                "'de, en;q=0.5, ru;q=0.7', RU",
                "'fr', KK",
                "'ru;q=0, en', EN",
                "'not a header;;', KK"
            })
    void isTheFirstThatTheCallerPrefersAndTheProgramSpeaks(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }
}
