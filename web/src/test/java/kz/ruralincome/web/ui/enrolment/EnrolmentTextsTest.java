package kz.ruralincome.web.ui.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.enrolment.EnrolmentStatus;
import kz.ruralincome.domain.enrolment.Step;
import kz.ruralincome.domain.enrolment.Waiting;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnrolmentTextsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void sayEveryStepAndWhyItIsNotOpen(Language language) {
        List<String> keys = new ArrayList<>();
        for (Step step : Step.values()) {
            keys.add("enrolment.step." + step);
            for (EnrolmentStatus status : EnrolmentStatus.values()) {
                if (!step.isOpenTo(status)) {
                    keys.add("enrolment.not-from." + step + "." + status);
                }
            }
        }
        for (EnrolmentStatus status : EnrolmentStatus.values()) {
            keys.add("enrolment.status." + status);
        }
        for (Waiting kind : Waiting.values()) {
            keys.add("enrolment.waiting." + kind);
            keys.add("enrolment.about." + kind);
            keys.add("enrolment.since." + kind);
        }
        assertThat(keys).allMatch(key -> Texts.has(language, key));
    }
}
