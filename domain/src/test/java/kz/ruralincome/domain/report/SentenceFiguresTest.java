package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.assignment.AssignmentsOn;
import kz.ruralincome.domain.claim.ClaimCheck;
import kz.ruralincome.domain.claim.Figures;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Verdict;
import kz.ruralincome.domain.movement.MovementMatrix;
import kz.ruralincome.domain.outcome.Indicator;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.Test;

/** Whatever the register tells is 1000: what is printed is told as printed, and people below the region are not told otherwise. */
class SentenceFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);
    private static final String REGION = "310000000";
    private static final String DISTRICT = "313600000";

    private static final Figures REGISTER = new Figures() {

        @Override
        public Optional<BigDecimal> value(String indicator, LocalDate asOf, Optional<String> territory) {
            return Optional.of(new BigDecimal(1000));
        }

        @Override
        public Optional<BigDecimal> plan(String indicator, LocalDate asOf, Optional<String> territory) {
            return Optional.of(new BigDecimal(2000)).filter(plan -> territory.isPresent());
        }
    };

    @Test
    void areThoseThatTheReportPrints() {
        var figures = of(REGION, "16", "12");

        assertThat(value(figures, "asp.persons", DAY, null)).isEqualTo("16");
        assertThat(value(figures, "asp.persons", DAY.minusYears(1), null)).isEqualTo("20");
        assertThat(value(figures, "asp.persons", DAY, DISTRICT)).isEqualTo("12");
    }

    @Test
    void areNotKnownWhereTheReportWithholdsThem() {
        var figures = of(REGION, "16", null);

        assertThat(value(figures, "asp.persons", DAY, DISTRICT)).isEqualTo("–");
    }

    @Test
    void areThoseOfTheRegisterWhereNobodyCanBeRecognised() {
        var figures = of(REGION, "16", "12");

        assertThat(value(figures, "asp.persons", DAY.minusYears(2), null)).isEqualTo("1000");
        assertThat(value(figures, "asp.paid", DAY, DISTRICT)).isEqualTo("1000");
        assertThat(figures.plan("asp.persons", DAY, Optional.empty())).hasValue(new BigDecimal(2000));
    }

    /** From a figure that the report does not print, one that it withholds could be taken. */
    @Test
    void ofPeopleBelowTheRegionAreNoOthers() {
        assertThat(value(of(REGION, "16", "12"), "asp.persons", DAY.minusYears(2), DISTRICT))
                .isEqualTo("–");
        assertThat(value(of(REGION, "16", "12"), "entrepreneurs", DAY, DISTRICT))
                .isEqualTo("–");
        assertThat(value(of(DISTRICT, null, null), "asp.persons", DAY, null)).isEqualTo("–");
        assertThat(value(of(DISTRICT, "16", null), "asp.persons", DAY.minusYears(2), null))
                .isEqualTo("–");
    }

    @Test
    void areOfTheDaysOfTheReport() {
        var quarter = of(DAY.minusMonths(3), REGION, "16", "12");

        assertThat(verdict(quarter, "asp.persons", DAY.minusYears(1), "-4")).isEqualTo(Verdict.MATCH);
        assertThat(verdict(quarter, "asp.persons", DAY.minusYears(2), "-984"))
                .as("a quarter less a whole year says nothing")
                .isEqualTo(Verdict.NOT_KNOWN);
        assertThat(verdict(of(REGION, "16", "12"), "asp.persons", DAY.minusYears(2), "-984"))
                .isEqualTo(Verdict.MATCH);
        assertThat(value(quarter, "asp.persons", DAY.minusYears(2), null)).isEqualTo("–");
        assertThat(value(quarter, "registrations.ended", DAY, null))
                .as("not printed")
                .isEqualTo("–");
        assertThat(value(quarter, "asp.persons-on-day", DAY.minusYears(2), null))
                .as("a STOCK looks at one day")
                .isEqualTo("1000");
    }

    private static Verdict verdict(Figures figures, String indicator, LocalDate from, String printed) {
        var change = new Change(indicator, from, DAY, Optional.empty(), printed);
        return ClaimCheck.of("", List.of(change), figures).get(0).verdict();
    }

    private static String value(Figures figures, String indicator, LocalDate asOf, String territory) {
        return figures.value(indicator, asOf, Optional.ofNullable(territory))
                .map(BigDecimal::toPlainString)
                .orElse("–");
    }

    private static SentenceFigures of(String territory, String persons, String ofThePart) {
        return of(DAY.minusYears(1), territory, persons, ofThePart);
    }

    private static SentenceFigures of(LocalDate flowFrom, String territory, String persons, String ofThePart) {
        var report = new CollegiumReport(
                DAY,
                flowFrom,
                Optional.of(territory),
                Optional.empty(),
                OffsetDateTime.parse("2023-02-01T04:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                List.of(line(persons)),
                territory.equals(DISTRICT)
                        ? List.of()
                        : List.of(new CollegiumReport.Part(
                                DISTRICT, Optional.empty(), Map.of(Indicator.ASP_PERSONS, line(ofThePart)))),
                new MovementMatrix(Optional.of(0L), Map.of(), Map.of(), List.of()),
                new AssignmentsOn(OffsetDateTime.parse("2023-02-01T04:00:00Z"), DAY, List.of(), Map.of()),
                SmallCellLimit.USUAL);
        return new SentenceFigures(report, REGISTER, DISTRICT::equals);
    }

    private static IndicatorLine line(String value) {
        return new IndicatorLine(
                Indicator.ASP_PERSONS,
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.of(new BigDecimal(20)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
