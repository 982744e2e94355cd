package kz.ruralincome.web.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import kz.ruralincome.web.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {

    @ParameterizedTest
    @CsvSource({
        "/index.xhtml, , /index.xhtml?lang=kk",
        "/index.xhtml, lang=ru, /index.xhtml?lang=kk",
        "/quality/finding.xhtml, id=7&lang=ru, /quality/finding.xhtml?lang=kk&id=7",
        "/outcome/plan.xhtml, territory=&of=a%26b&lang=en&language=x, /outcome/plan.xhtml?lang=kk&territory=&of=a%26b&language=x",
        "//elsewhere.kz/x, , /elsewhere.kz/x?lang=kk",
        "/\\elsewhere.kz/x, , /elsewhere.kz/x?lang=kk"
    })
    void leadsToTheSameAddressInAnotherLanguage(String path, String query, String address) {
        assertThat(Menu.inLanguage(Language.KK, path, query)).isEqualTo(address);
    }
}
