package kz.ruralincome.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import kz.ruralincome.domain.shared.InvalidRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {

    @ParameterizedTest
    @ValueSource(strings = {"850101300015", "См. также ИИН 850101300015.", "ЖСН:850101300015,12"})
    void tellsOfNobodyByNumber(String reason) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> FindingDesk.explanation(reason))
                .satisfies(refused -> assertThat(refused.errors())
                        .extracting(error -> error.code())
                        .containsExactly("quality.reason.iin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Справка № 12 ", "Документ 850101300016", "8501013000151"})
    void mayNameADocument(String reason) {
        assertThat(FindingDesk.explanation(reason)).isEqualTo(reason.strip());
    }

    @Test
    void saysSomething() {
        assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> FindingDesk.explanation("  "));
    }
}
