package kz.ruralincome.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({
        "12/2022-А, 12%2F2022-%D0%90",
        "a b;c?d, a%20b%3Bc%3Fd",
        "Қарыз №1, %D2%9A%D0%B0%D1%80%D1%8B%D0%B7%20%E2%84%961",
        ".., %2E%2E",
        "., %2E",
        "1..2, 1..2",
    })
    void keepsASegmentTogether(String segment, String encoded) {
        assertThat(new PublicAddress("https://pilot.example.kz/").of("loans", segment))
                .hasToString("https://pilot.example.kz/api/v1/loans/" + encoded);
    }
}
