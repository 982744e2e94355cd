package kz.ruralincome.web.rest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.ruralincome.domain.credit.BookShare;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.outcome.LoanMeasure;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoanOutcomeTextsTest {

    @ParameterizedTest
    @EnumSource
    void nameEveryFigureItsDefinitionAndEveryPurpose(Language language) {
        Stream<String> keys = Stream.of(
                        Stream.of(Purpose.values()).map(purpose -> "purpose." + purpose),
                        LoanMeasure.ALL.stream().map(measure -> "measure." + plain(measure.code())),
                        Stream.of(BookShare.values())
                                .flatMap(share -> Stream.of("short." + share.code(), "definition." + share.code())))
                .flatMap(texts -> texts);

        assertThat(keys.map(key -> "loanoutcome." + key)).allMatch(key -> Texts.has(language, key));
    }

    /** Without the state or the number of months, which the sentence takes as its argument. */
    private static String plain(String code) {
        return code.replace(".without-rescheduled", "")
                .replaceFirst("^(on-approval|on-day|observed|entrepreneur)\\..*", "$1");
    }
}
