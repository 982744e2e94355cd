package kz.ruralincome.web.rest.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kz.ruralincome.domain.credit.LoanFlaw;
import kz.ruralincome.domain.credit.LoanWarning;
import kz.ruralincome.domain.credit.SentFlaw;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import kz.ruralincome.web.rest.error.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreditTextsTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasItsSentence(Language language) {
        Stream.of(
                        Stream.of(LoanFlaw.values()).map(LoanFlaw::code),
                        Stream.of(SentFlaw.values()).map(SentFlaw::code),
                        Stream.of(LoanWarning.values()).map(LoanWarning::code),
                        Stream.of(
                                "json.malformed",
                                "json.encoding",
                                "json.too-deep",
                                "json.too-much",
                                "json.too-large",
                                "loan.stale",
                                "loan.not-found",
                                "loan.cursor",
                                "repayment.not-found",
                                "repayment.conflict",
                                "batch.not-found",
                                "batch.running",
                                "batch.key-invalid",
                                "batch.other-body",
                                "batch.too-large",
                                "batch.too-many-lines",
                                "batch.too-slow",
                                "batch.interrupted",
                                "batch.not-listed"))
                .flatMap(codes -> codes)
                .forEach(code -> assertThat(Texts.has(language, code)).as(code).isTrue());
    }

    @ParameterizedTest
    @EnumSource
    void yearsAreNoAmounts(Language language) {
        var error = new FieldError("approvedOn", LoanFlaw.DATE_RANGE.code(), List.of(1990, 2200));

        assertThat(Problem.sentence(error, language)).contains("1990", "2200");
    }
}
