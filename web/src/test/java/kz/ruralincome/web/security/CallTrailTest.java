package kz.ruralincome.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallTrailTest {

    @Test
    void keepsNeitherLinesNorIins() {
        assertThat(CallTrail.readable("/api/v1/loans/12\n2022 850101300015/x"))
                .isEqualTo("/api/v1/loans/12\uFFFD2022 ************/x");
        assertThat(CallTrail.readable("x".repeat(1000))).hasSize(300);
    }
}
