package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Sum;
import kz.ruralincome.domain.claim.Statement.Value;
import org.junit.jupiter.api.Test;

class UnstatedNumbersTest {

    private static final List<Statement> STATEMENTS = List.of(
            new Change("asp.persons", LocalDate.of(2022, 1, 1), LocalDate.of(2023, 1, 1), Optional.empty(), "-12851"),
            new Percent("12851", Optional.of("61149"), "21,0"));

    @Test
    void areThoseThatNoStatementIsAbout() {
        assertThat(in("АСП получили 48 298 человек, на 12 851 (21,0 %) меньше, чем 61 149; 3,8 млрд и снова 48 298."))
                .containsExactly("48298", "61149", "3800000000");
    }

    @Test
    void areThoseOfWhichAShareOrASumIsComputed() {
        var half = new Percent("8", Optional.of("16"), "50");
        var sum = new Sum(List.of("8", "16"), "24");
        var eight = new Value("asp.families", LocalDate.of(2023, 1, 1), Optional.empty(), "8");

        assertThat(in("8 из 16 семей (50 %)", List.of(half))).containsExactly("8", "16");
        assertThat(in("8 и 16, всего 24", List.of(sum))).containsExactly("8", "16");
        assertThat(in("8 из 16 семей (50 %)", List.of(half, eight))).containsExactly("16");
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
        return in(text, STATEMENTS);
    }

    private static List<String> in(String text, List<Statement> statements) {
        return UnstatedNumbers.in(text, statements, List.of(LocalDate.of(2023, 1, 1))).stream()
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }
}
