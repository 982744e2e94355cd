package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Value;
import org.junit.jupiter.api.Test;

/** The article of January 2023 against what the register has. */
class ClaimCheckTest {

    private static final LocalDate BEFORE = LocalDate.of(2022, 1, 1);
    private static final LocalDate NOW = LocalDate.of(2023, 1, 1);

    private static final Figures REGISTER = new Figures() {

        private final Map<LocalDate, BigDecimal> persons =
                Map.of(BEFORE, new BigDecimal("61149"), NOW, new BigDecimal("48298"));

        @Override
        public Optional<BigDecimal> value(String indicator, LocalDate asOf, Optional<String> territory) {
            return Optional.ofNullable(persons.get(asOf)).filter(persons -> indicator.equals("asp.persons"));
        }

        @Override
        public Optional<BigDecimal> plan(String indicator, LocalDate asOf, Optional<String> territory) {
            return Optional.of(new BigDecimal("47584")).filter(plan -> asOf.equals(NOW));
        }
    };

    @Test
    void judgesEachStatementInItsOrder() {
        List<CheckedStatement> checked = ClaimCheck.of(
                "АСП получили 48 298 человек",
                List.of(
                        new Value("asp.persons", NOW, Optional.empty(), "48298"),
                        new Value("asp.persons", NOW, Optional.empty(), "48,3 тыс."),
                        new Change("asp.persons", BEFORE, NOW, Optional.empty(), "-12851"),
                        new Change("asp.persons", BEFORE, NOW, Optional.empty(), "-12850"),
                        new Value("entrepreneurs", NOW, Optional.empty(), "5")),
                REGISTER);

        assertThat(checked)
                .extracting(CheckedStatement::verdict)
                .containsExactly(Verdict.MATCH, Verdict.ROUNDED, Verdict.MATCH, Verdict.MISMATCH, Verdict.NOT_KNOWN);
        assertThat(checked.get(3).ours()).hasValue(new BigDecimal("-12851"));
    }

    @Test
    void seeksTheBaseOfAPercentageAmongPlansToo() {
        CheckedStatement percent = ClaimCheck.of(
                        "на 12 851 меньше",
                        List.of(
                                new Percent("12851", Optional.of("61149"), "21.3"),
                                new Value("asp.persons", NOW, Optional.empty(), "48298")),
                        REGISTER)
                .get(0);

        assertThat(percent.verdict()).isEqualTo(Verdict.MISMATCH);
        assertThat(percent.bases()).anySatisfy(base -> assertThat(base).isEqualByComparingTo("60435"));
    }
}
