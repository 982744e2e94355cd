package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    @ParameterizedTest
    @ValueSource(strings = {"850101300015", "См. также ИИН 850101300015.", "ЖСН:850101300015,12"})
    void tellsOfNobodyByNumber(String reason) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> Explanation.of(reason, "quality.reason"))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(error -> error.code())
                        .containsExactly("quality.reason.iin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Справка № 12 ", "Документ 850101300016", "8501013000151"})
    void mayNameADocument(String reason) {
        assertThat(Explanation.of(reason, "quality.reason")).isEqualTo(reason.strip());
    }

    @Test
    void saysSomething() {
        for (String refused : new String[] {null, "  ", "x".repeat(Explanation.LONGEST + 1)}) {
            assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> Explanation.of(refused, "quality.reason"));
        }
    }
}
