package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    @ParameterizedTest
    @CsvSource({
        "2022-01-01, 2022-Q1, 1, 2022-01-01, 2022-03-31",
        "2022-03-31, 2022-Q1, 1, 2022-01-01, 2022-03-31",
        "2022-04-01, 2022-Q2, 2, 2022-04-01, 2022-06-30",
        "2022-12-31, 2022-Q4, 4, 2022-10-01, 2022-12-31"
    })
    void holdsItsDaysAndIsReadAsItIsWritten(
            LocalDate day, String written, int number, LocalDate first, LocalDate last) {
        var quarter = Quarter.of(day);

        assertThat(quarter).hasToString(written).isEqualTo(Quarter.parse(written));
        assertThat(quarter.number()).isEqualTo(number);
        assertThat(quarter.first()).isEqualTo(first);
        assertThat(quarter.last()).isEqualTo(last);
        assertThat(quarter.before().next()).isEqualTo(quarter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-Q0", "2022-Q5", "2022-q1", "22-Q1", "2022-Q1 ", ""})
    void readsNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quarter.parse(text));
    }

    @Test
    void beginsOnTheFirstDayOfAQuarterAlone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(LocalDate.of(2022, 2, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quarter(LocalDate.of(2022, 4, 2)));
    }
}
