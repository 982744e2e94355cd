package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Verdict;
import kz.ruralincome.domain.report.CheckedSentence.Acknowledgement;
import kz.ruralincome.domain.shared.RuleViolation;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceReviewTest {

    private static final List<CheckedSentence> SENTENCES =
            List.of(sentence(11, Verdict.MATCH), sentence(14, Verdict.MISMATCH), sentence(15, Verdict.MISMATCH));

    @Test
    void refusesWhileOneDoesNotAgreeAndNobodySaysWhy() {
        assertThatThrownBy(() -> review(List.of(11, 14, 15), Map.of(14, "по данным министерства", 15, "  ")))
                .asInstanceOf(InstanceOfAssertFactories.type(RuleViolation.class))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("report.sentences.mismatch");
                    assertThat(refused.arguments()).isEqualTo(List.of("3"));
                });
    }

    @Test
    void keepsWhoLetEachStandAndWhy() {
        assertThat(review(List.of(11, 14, 15), Map.of(11, "needless", 14, " a ", 15, "b")))
                .extracting(CheckedSentence::acknowledgement)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Acknowledgement("akimat", "a")),
                        Optional.of(new Acknowledgement("akimat", "b")));
    }

    @Test
    void refusesSentencesThatNobodyHasSeen() {
        assertThatThrownBy(() -> review(List.of(11, 14), Map.of(14, "a", 15, "b")))
                .asInstanceOf(InstanceOfAssertFactories.type(RuleViolation.class))
                .extracting(RuleViolation::code)
                .isEqualTo("report.sentences.changed");
    }

    @Test
    void refusesAReasonThatIsTooLong() {
        String longest = "x".repeat(SentenceReview.LONGEST_REASON);

        assertThat(review(List.of(11, 14, 15), Map.of(14, longest, 15, "b"))).hasSize(3);
        assertThatThrownBy(() -> review(List.of(11, 14, 15), Map.of(14, longest + "x", 15, "b")))
                .asInstanceOf(InstanceOfAssertFactories.type(RuleViolation.class))
                .extracting(RuleViolation::code)
                .isEqualTo("report.sentences.reason-too-long");
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.class, mode = EnumSource.Mode.EXCLUDE, names = "MISMATCH")
    void asksNothingOfOthers(Verdict verdict) {
        var sentences = List.of(sentence(1, verdict));

        assertThat(SentenceReview.of(sentences, new Signature("", List.of(1), Map.of()), "akimat"))
                .isEqualTo(sentences);
    }

    private static List<CheckedSentence> review(List<Integer> seen, Map<Integer, String> reasons) {
        return SentenceReview.of(SENTENCES, new Signature("", seen, reasons), "akimat");
    }

    private static CheckedSentence sentence(int id, Verdict verdict) {
        Statement statement = new Percent("1", Optional.of("4"), "25");
        return new CheckedSentence(
                id,
                new Sentence("төрттен бірі, 25 %", "четверть, 25 %", List.of(statement)),
                "admin",
                OffsetDateTime.parse("2023-02-01T04:00:00Z"),
                List.of(new CheckedStatement(statement, verdict, Optional.of(new BigDecimal(25)), List.of())),
                Optional.empty());
    }
}
