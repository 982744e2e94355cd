package kz.ruralincome.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, localhost:8080, true",
        "https://pilot.example, PILOT.example, true",
        "http://localhost:8081, localhost:8080, false",
        "null, localhost:8080, false",
        "https://pilot.example.evil, pilot.example, false",
        "not an origin, localhost:8080, false"
    })
    void takeAFormFromTheirOwnHostAlone(String origin, String host, boolean own) {
        assertThat(PageHeaders.isHost(origin, host)).isEqualTo(own);
    }
}
