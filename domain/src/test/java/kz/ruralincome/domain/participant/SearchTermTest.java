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
        "Ахметов 850101300015, HOUSEHOLD, Ахметов 850101300015",
        "Смағұлов Ерлан, NAME, Смағұлов Ерлан",
        "'', NAME, ''"
    })
    void recognisesWhatWasTyped(String typed, SearchTerm.Kind kind, String text) {
        assertThat(SearchTerm.of(typed)).isEqualTo(new SearchTerm(kind, text));
    }

    @ParameterizedTest
    @CsvSource({
        "ZH-1, true, false",
        "12-345, false, false",
        "Ерлан, true, false",
        "850101300015, false, false",
        "Ерлан 123456789, true, false",
        "Ахметов 850101300015, false, true",
        "850101300015 Ахметов, false, true",
        "Ерлан 8 701 123 45 67, false, true",
        "Ерлан 7011234567, false, true"
    })
    void mayBeANameWithLettersAndWithoutAnIinOrPhone(String typed, boolean mayBeName, boolean isMixed) {
        assertThat(SearchTerm.of(typed).mayBeName()).isEqualTo(mayBeName);
        assertThat(SearchTerm.of(typed).isMixed()).isEqualTo(isMixed);
    }

    @ParameterizedTest
    @CsvSource({"70512500019", "80101600012", "' 705 125 000 19 '"})
    void mayBeAnIinThatLostItsZero(String typed) {
        assertThat(SearchTerm.of(typed).kind()).isEqualTo(SearchTerm.Kind.PHONE);
        assertThat(SearchTerm.shortenedIin(typed)).hasValue(typed.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({"70512500018", "87011234567", "7011234567", "+70512500019", "070512500019", "Ерлан"})
    void isNoIinThatLostItsZero(String typed) {
        assertThat(SearchTerm.shortenedIin(typed)).isEmpty();
    }
}
