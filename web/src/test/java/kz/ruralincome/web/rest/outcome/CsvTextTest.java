package kz.ruralincome.web.rest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {

    @Test
    void quotesWhatWouldBreakARow() {
        assertThat(csv("a,b", "say \"no\"", null)).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\r\n");
    }

    @Test
    void disarmsFormulasAndLeavesNumbersAlone() {
        assertThat(csv("=1+1", new BigDecimal("-12851"), "-12851")).isEqualTo("'=1+1,-12851,'-12851\r\n");
    }

    @Test
    void printsNumbersWithoutAnExponent() {
        assertThat(csv(new BigDecimal("3.8E+9"))).isEqualTo("3800000000\r\n");
    }

    private static String csv(Object... fields) {
        String text = new CsvText(List.of("x")).row(Arrays.asList(fields)).toString();
        return text.substring("x\r\n".length());
    }
}
