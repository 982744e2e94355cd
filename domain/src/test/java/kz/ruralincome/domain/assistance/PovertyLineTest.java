package kz.ruralincome.domain.assistance;

import static kz.ruralincome.domain.assistance.AssistanceFixture.REGION;
import static kz.ruralincome.domain.assistance.AssistanceFixture.day;
import static kz.ruralincome.domain.assistance.AssistanceFixture.regional;
import static kz.ruralincome.domain.assistance.AssistanceFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.ruralincome.domain.shared.Quarter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PovertyLineTest {

    private static PovertyLine.Found lineOf(String day, ParameterRow... announced) {
        return PovertyLine.of(with(announced), REGION, Quarter.of(day(day)));
    }

    /** facts.md, section 2: Astana in the first quarter of 2020, Karaganda in that of 2018, and on the edge of a half. */
    @ParameterizedTest
    @CsvSource({
        "2020-02-15, 2020-01-01, 34654, 24258",
        "2018-03-31, 2018-01-01, 22941, 11471",
        "2019-03-31, 2019-01-01, 29698, 14849",
        "2019-04-01, 2019-04-01, 29698, 20789",
        "2024-05-01, 2024-04-01, 47999.30, 33600",
        "2024-05-01, 2024-04-01, 47999.28, 33599"
    })
    void isAPercentOfTheMinimumInWholeTenge(String applied, String from, String minimum, String line) {
        assertThat(lineOf(applied, regional("REGIONAL_SUBSISTENCE_MINIMUM", from, minimum))
                        .line())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(line));
    }

    @ParameterizedTest
    @CsvSource({"100000, 35000", "95000, 33250", "92000, 32200", "90000, 32200"})
    void isTheLargerShareSinceTheMedianCounts(String median, String line) {
        var found = lineOf(
                "2025-02-01",
                regional("REGIONAL_SUBSISTENCE_MINIMUM", "2025-01-01", "46000"),
                regional("REGIONAL_MEDIAN_INCOME", "2025-01-01", median));

        assertThat(found.line()).hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo(line));
        assertThat(found.lines())
                .extracting(TestLine::step)
                .containsExactly("line-minimum", "line-median", "line-larger");
    }

    @Test
    void isNotKnownWithoutTheMedianThoughTheMinimumIs() {
        var found = lineOf("2025-02-01", regional("REGIONAL_SUBSISTENCE_MINIMUM", "2025-01-01", "46000"));

        assertThat(found.line()).isEmpty();
        assertThat(found.missing()).extracting(Missing::code).containsExactly("POVERTY_LINE", "REGIONAL_MEDIAN_INCOME");
    }

    @Test
    void isTheAnnouncedOneAndSaysWhatTheFormulaWouldHaveGiven() {
        var found = lineOf(
                "2026-03-31",
                regional("POVERTY_LINE", "2026-01-01", "37060"),
                regional("REGIONAL_SUBSISTENCE_MINIMUM", "2026-01-01", "50000"),
                regional("REGIONAL_MEDIAN_INCOME", "2026-01-01", "90000"));

        assertThat(found.line()).hasValueSatisfying(one -> assertThat(one).isEqualByComparingTo("37060"));
        assertThat(found.lines()).extracting(TestLine::step).containsExactly("line-announced", "line-differs");
        assertThat(found.lines().get(0).parameters()).hasSize(1);
    }

    @Test
    void saysNothingOfAFormulaThatAgreesOrIsNotKnown() {
        assertThat(lineOf("2026-03-31", regional("POVERTY_LINE", "2026-01-01", "37060"))
                        .lines())
                .extracting(TestLine::step)
                .containsExactly("line-announced");
        assertThat(lineOf(
                                "2024-05-01",
                                regional("POVERTY_LINE", "2024-04-01", "33600"),
                                regional("REGIONAL_SUBSISTENCE_MINIMUM", "2024-04-01", "48000"))
                        .lines())
                .extracting(TestLine::step)
                .containsExactly("line-announced");
    }

    /** A line of another quarter is not taken for it, neither an earlier nor a later one. */
    @ParameterizedTest
    @CsvSource({"2024-03-31", "2024-07-01", "2025-04-15"})
    void isNotKnownInAQuarterWithoutARow(String applied) {
        var found = lineOf(applied, regional("POVERTY_LINE", "2024-04-01", "34000"));

        assertThat(found.line()).isEmpty();
        assertThat(found.missing()).extracting(Missing::code).contains("POVERTY_LINE", "REGIONAL_SUBSISTENCE_MINIMUM");
    }

    @Test
    void isNotThatOfAnotherRegion() {
        var elsewhere = new ParameterRow(
                "POVERTY_LINE",
                java.util.Optional.of(350000000),
                day("2024-04-01"),
                new java.math.BigDecimal(1),
                java.util.Optional.empty());

        assertThat(PovertyLine.of(new Parameters(List.of(elsewhere)), REGION, Quarter.of(day("2024-04-01")))
                        .missing())
                .extracting(Missing::code)
                .containsExactly("POVERTY_LINE", "LINE_PERCENT_OF_MINIMUM", "REGIONAL_SUBSISTENCE_MINIMUM");
    }
}
