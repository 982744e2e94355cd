package kz.ruralincome.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KK | 48298 | 48\u00a0298",
                "RU | 1234567.5 | 1\u00a0234\u00a0567,5",
                "RU | -12851 | \u221212\u00a0851",
                "EN | 48298.00 | 48,298",
                "EN | 0.125 | 0.13"
            })
    void writeNumbersAsTheLanguageDoes(Language language, BigDecimal value, String text) {
        assertThat(Written.plain(language, value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RU | 0.972 | 0,972",
                "KK | -0.001 | \u22120,001",
                "RU | 21.0 | 21,0",
                "EN | 1234567.0005 | 1,234,567.0005",
                "RU | 3.8E+9 | 3\u00a0800\u00a0000\u00a0000"
            })
    void writeAllTheDecimalsOfWhatIsHeldAgainstAPrintedNumber(Language language, BigDecimal value, String text) {
        assertThat(Written.exact(language, value)).isEqualTo(text);
    }

    @Test
    void writeTiynWithBothDigitsOrNotAtAll() {
        assertThat(Written.money(Language.KK, new BigDecimal("45500.50"))).isEqualTo("45\u00a0500,50");
        assertThat(Written.money(Language.KK, new BigDecimal("42000.00"))).isEqualTo("42\u00a0000");
    }

    @Test
    void showTheSignOfAChange() {
        assertThat(Written.signed(Language.RU, 240)).isEqualTo("+240");
        assertThat(Written.signed(Language.RU, 0)).isEqualTo("0");
        assertThat(Written.signed(Language.RU, new BigDecimal("-21.0"))).isEqualTo("\u221221");
    }

    @Test
    void writeDaysAndMomentsOfAlmaty() {
        assertThat(Written.day(Language.KK, LocalDate.of(2023, 1, 1))).isEqualTo("01.01.2023");
        assertThat(Written.day(Language.EN, LocalDate.of(2023, 1, 1))).isEqualTo("1 Jan 2023");
        assertThat(Written.moment(Language.RU, Instant.parse("2026-11-24T10:00:00Z")))
                .isEqualTo("24.11.2026\u00a015:00:00");
    }

    @Test
    void printsSharesWithOneDecimal() {
        assertThat(Written.share(Language.RU, new BigDecimal("-21.0"), true)).isEqualTo("\u221221,0\u00a0%");
        assertThat(Written.share(Language.EN, new BigDecimal("30"), true)).isEqualTo("+30.0%");
        assertThat(Written.share(Language.KK, new BigDecimal("101.5"), false)).isEqualTo("101,5\u00a0%");
    }
}
