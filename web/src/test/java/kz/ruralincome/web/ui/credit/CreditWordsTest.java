package kz.ruralincome.web.ui.credit;

import static java.util.Arrays.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.ruralincome.domain.account.Lender;
import kz.ruralincome.domain.credit.AllotmentStep;
import kz.ruralincome.domain.credit.FundingSource;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.domain.credit.LoanFinding;
import kz.ruralincome.domain.credit.LoanOrder;
import kz.ruralincome.domain.credit.LoanStatus;
import kz.ruralincome.domain.credit.LoanTerms;
import kz.ruralincome.domain.credit.PartyRole;
import kz.ruralincome.domain.credit.Product;
import kz.ruralincome.domain.credit.ProgrammeTerms;
import kz.ruralincome.domain.credit.Purpose;
import kz.ruralincome.domain.credit.Reported;
import kz.ruralincome.domain.credit.ScheduleKind;
import kz.ruralincome.web.language.Language;
import kz.ruralincome.web.language.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreditWordsTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeThatAPageShowsHasItsWord(Language language) {
        Stream.of(
                        words("credit.status.", LoanStatus.values()),
                        words("credit.purpose.", Purpose.values()),
                        words("credit.schedule.", ScheduleKind.values()),
                        words("credit.product.", Product.values()),
                        words("credit.fundingSource.", FundingSource.values()),
                        words("credit.role.", PartyRole.values()),
                        words("credit.order.", LoanOrder.values()),
                        words("credit.step.", AllotmentStep.values()),
                        words("credit.batch.state.", LoanBatch.State.values()),
                        words("lender.kind.", Lender.Kind.values()),
                        stream(LoanFinding.values()).map(LoanFinding::code),
                        stream(LoanFinding.values()).map(finding -> "credit.finding." + finding.code()),
                        IntStream.rangeClosed(0, 4).mapToObj(bucket -> "credit.bucket." + bucket),
                        ProgrammeTerms.PARAMETERS.stream().map(name -> "credit.parameter." + name),
                        stream(LoanTerms.class.getRecordComponents())
                                .map(member -> "credit.field." + member.getName())
                                .filter(key -> !key.equals("credit.field.reported")),
                        stream(Reported.class.getRecordComponents())
                                .map(member -> "credit.field.reported." + member.getName()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(Texts.has(language, key)).as(key).isTrue());
    }

    private static Stream<String> words(String prefix, Enum<?>... values) {
        return stream(values).map(value -> prefix + value.name());
    }
}
