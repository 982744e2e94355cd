package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "48298, 48298, MATCH",
        "48298.00, 48298, MATCH",
        "48298, '48,3 тыс.', ROUNDED",
        "48298, '48,2 тыс.', TRUNCATED",
        "48298, 48300, ROUNDED",
        "48298, 48290, MISMATCH",
        "7856, 7886, MISMATCH",
        "-12851, -12851, MATCH",
        "3812000000, '3,8 млрд', ROUNDED",
    })
    void comparesAtThePrintedPlace(BigDecimal ours, String printed, Verdict verdict) {
        assertThat(Verdict.of(ours, PublishedNumber.of(printed).orElseThrow())).isEqualTo(verdict);
    }
}
