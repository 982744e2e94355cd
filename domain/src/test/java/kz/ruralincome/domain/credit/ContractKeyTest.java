package kz.ruralincome.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.ruralincome.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractKeyTest {

    @Test
    void isComparedInNormalFormWithoutBlanksAtItsEnds() {
        assertThat(ContractKey.of("contractNo", " 12/2022-\u0418\u0306 ")).isEqualTo("12/2022-\u0419");
        assertThat(ContractKey.of("contractNo", "\u00A0№ 5\u2003")).isEqualTo("№ 5");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(ContractKey.of("contractNo", "😀".repeat(64))).hasSize(128);
        assertThatThrownBy(() -> ContractKey.of("contractNo", "я".repeat(65))).isInstanceOf(InvalidRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "12\r\n", "\u0085", "a\ud800"})
    void refusesWhatNobodyCouldType(String sent) {
        assertThatThrownBy(() -> ContractKey.of("contractNo", sent)).isInstanceOf(InvalidRequest.class);
    }
}
