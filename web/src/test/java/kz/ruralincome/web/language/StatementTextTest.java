package kz.ruralincome.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.Statement.Sum;
import kz.ruralincome.domain.claim.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,005 | 1.004 | Слагаемыми не объяснено: 0,001",
                "8 | 9.2 | Слагаемые больше напечатанного целого на 1,2",
            })
    void sayWhatTheNumbersOfASumLeaveUnexplained(String printed, BigDecimal ours, String remark) {
        var sum = new Sum(List.of("1,001", "0,003"), printed);

        assertThat(StatementText.remark(
                        Language.RU, new CheckedStatement(sum, Verdict.MISMATCH, Optional.of(ours), List.of())))
                .isEqualTo(remark);
    }
}
