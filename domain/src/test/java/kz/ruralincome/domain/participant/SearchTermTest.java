package kz.ruralincome.domain.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermTest {

    @ParameterizedTest
    @CsvSource({
        "850101300015, IIN, 850101300015",
        "' 850101 300015 ', IIN, 850101300015",
        "50101300015, IIN, 50101300015",
        "8.50101E+11, IIN, 8.50101E+11",
        "+7 (701) 123-45-67, PHONE, 7011234567",
        "8 701 123 45 67, PHONE, 7011234567",
        "77011234567, PHONE, 7011234567",
        "7011234567, PHONE, 7011234567",
        "+123, PHONE, 123",
        "107474, HOUSEHOLD, 107474",
        "12-345, HOUSEHOLD, 12-345",
        "ZH-107474, HOUSEHOLD, ZH-107474",
        "№ 12, HOUSEHOLD, 12",
        "Смағұлов Ерлан, NAME, Смағұлов Ерлан",
        "'', NAME, ''"
    })
    void recognisesWhatWasTyped(String typed, SearchTerm.Kind kind, String text) {
        assertThat(SearchTerm.of(typed)).isEqualTo(new SearchTerm(kind, text));
    }

    @ParameterizedTest
    @CsvSource({"ZH-1, true", "12-345, false", "Ерлан, true", "850101300015, false"})
    void mayBeANameWithLetters(String typed, boolean mayBeName) {
        assertThat(SearchTerm.of(typed).mayBeName()).isEqualTo(mayBeName);
    }
}
