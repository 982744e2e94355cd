package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IinTest {

    @ParameterizedTest
    @ValueSource(strings = {"900101300007", "991231300003", "900101300811", "900101300823", "061211600012"})
    void passesBothRoundsOfTheCheckDigit(String digits) {
        assertThat(Iin.flawOf(digits)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90010130080", "90010130161"})
    void isNeverIssuedWhenBothRoundsGiveTen(String eleven) {
        IntStream.range(0, 10)
                .forEach(last -> assertThat(Iin.flawOf(eleven + last)).contains(Iin.Flaw.CHECKSUM));
    }

    @ParameterizedTest
    @CsvSource({
        "991231300004, CHECKSUM",
        "61211600012, LENGTH",
        "9.00101E+11, SCIENTIFIC",
        "'9,00101E+11', SCIENTIFIC",
        "9001013OOOO7, FORMAT",
        "9001013000071, FORMAT",
        "'', FORMAT"
    })
    void tellsWhatIsWrong(String text, Iin.Flaw flaw) {
        assertThat(Iin.flawOf(text)).contains(flaw);
        assertThatThrownBy(() -> new Iin(text)).hasMessage(flaw.code());
    }

    @Test
    void isMaskedWhereverItIsPrinted() {
        assertThat(new Iin("900101300007")).hasToString("9001******07");
    }
}
