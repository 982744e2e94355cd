package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import org.junit.jupiter.api.Test;

class UnstatedNumbersTest {

    private static final List<Statement> STATEMENTS = List.of(
            new Change("asp.persons", LocalDate.of(2022, 1, 1), LocalDate.of(2023, 1, 1), Optional.empty(), "-12851"),
            new Percent("12851", Optional.of("61149"), "21,0"));

    @Test
    void areThoseThatNoStatementIsAbout() {
        assertThat(in("АСП получили 48 298 человек, на 12 851 (21,0 %) меньше, чем 61 149; 3,8 млрд и снова 48 298."))
                .containsExactly("48298", "3800000000");
    }

    @Test
    void areNotTheDaysThatTheStatementsName() {
        assertThat(
                        in(
                                "2023 жылғы 1 қаңтарға (31.12.2022 дейін), 2022 жылдың 31 желтоқсанына дейін 12 851 адамға азайды"))
                .isEmpty();
        assertThat(in("к 5 марта 2019 года")).containsExactly("5", "2019");
    }

    private static List<String> in(String text) {
        return UnstatedNumbers.in(text, STATEMENTS, List.of(LocalDate.of(2023, 1, 1))).stream()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
