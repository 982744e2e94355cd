package kz.ruralincome.web.ui.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.ruralincome.domain.screening.Question;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormStepTest {

    @ParameterizedTest
    @CsvSource({
        "day, PLACE",
        "kato, PLACE",
        "address, PLACE",
        "members, MEMBERS",
        "member.0.iin, MEMBERS",
        "member.12.birth_date, MEMBERS",
        "member.0.occupation, WORK",
        "member.3.income.WAGE, WORK",
        "land.SHARE, LAND",
        "livestock.BEES, LAND",
        "member.1.wish, WISHES",
        "member.1.loan_purpose, WISHES"
    })
    void isTheOneInWhichAnAnswerStands(String place, FormStep step) {
        assertThat(FormStep.ofPlace(place)).isEqualTo(step);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAWordForEveryQuestion(Language language) {
        assertThat(Stream.of(
                                Stream.of(FormStep.values()).map(step -> "step." + step),
                                Question.LAND.stream().map(kind -> "question.land." + kind),
                                Question.LIVESTOCK.stream().map(kind -> "question.livestock." + kind))
                        .flatMap(keys -> keys))
                .allMatch(key -> Texts.has(language, "screening." + key));
    }
}
