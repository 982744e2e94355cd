package kz.ruralincome.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundlesTest {

    static List<String> features() {
        return Texts.FEATURES;
    }

    @ParameterizedTest
    @MethodSource("features")
    void haveEveryKeyInEveryLanguage(String feature) {
        Set<Object> all = new TreeSet<>();
        Stream.of(Language.values())
                .forEach(language -> all.addAll(Texts.read(feature, language).keySet()));

        for (var language : Language.values()) {
            assertThat(Texts.read(feature, language).keySet())
                    .as(language.code())
                    .containsAll(all);
        }
    }

    @ParameterizedTest
    @MethodSource("features")
    void haveSentencesThatCanBeFormattedWithTheSameArguments(String feature) {
        Texts.read(feature, Language.RU).forEach((key, russian) -> {
            int arguments = new MessageFormat((String) russian).getFormats().length > 0
                    ? new MessageFormat((String) russian).getFormatsByArgumentIndex().length
                    : 0;
            for (var language : Language.values()) {
                String text = Texts.read(feature, language).getProperty((String) key);
                assertThat(new MessageFormat(text).getFormatsByArgumentIndex())
                        .as(language.code() + " " + key)
                        .hasSize(arguments);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("features")
    void leaveNoTextInAnotherLanguagesScript(String feature) {
        Texts.read(feature, Language.EN)
                .forEach((key, text) ->
                        assertThat((String) text).as((String) key).doesNotMatch(".*[а-яА-Я]{3,}.*"));
    }
}
