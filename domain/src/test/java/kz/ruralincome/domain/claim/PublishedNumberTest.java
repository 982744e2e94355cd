package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48298|48298|1",
                "48 298|48298|1",
                "48\u00A0298|48298|1",
                "-12851|-12851|1",
                "−12 851|-12851|1",
                "21,3|21.3|0.1",
                "21.30|21.30|0.01",
                "3,8 млрд|3800000000|100000000",
                "60,4 тыс.|60400|100",
                "51 мың|51000|1000",
                "44 тысячи|44000|1000",
                "51,1 тысяч|51100|100",
                "3,8 миллиарда|3800000000|100000000",
                "972,4 Миллиона|972400000|100000",
                "73 мыңға|73000|1000",
                "9,2 миллиардтан|9200000000|100000000",
                "2 млн|2000000|1000000",
                "48300|48300|100",
                "120|120|1",
                "0|0|1",
            })
    void isReadWithItsLastPlace(String text, BigDecimal value, BigDecimal unit) {
        var number = PublishedNumber.of(text).orElseThrow();

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.unit()).isEqualByComparingTo(unit);
    }

    @ParameterizedTest
    @CsvSource({"about ten", "''", "12 and 13", "1.2.3", "21 %", "5 тысячелетий"})
    void isNothingElse(String text) {
        assertThat(PublishedNumber.of(text)).isEmpty();
    }

    @Test
    void standsInATextBesideOthers() {
        String text =
                "На 1 января 2023 года АСП получили 48 298 человек (план 47 584), на 21,3% меньше; 3,8 млрд тенге.";

        assertThat(PublishedNumber.in(text))
                .extracting(number -> number.value().stripTrailingZeros().toPlainString())
                .containsExactly("1", "2023", "48298", "47584", "21.3", "3800000000");
    }
}
