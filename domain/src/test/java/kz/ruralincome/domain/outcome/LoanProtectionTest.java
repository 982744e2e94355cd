package kz.ruralincome.domain.outcome;

import static kz.ruralincome.domain.outcome.LoanOutcomeFixture.PLACES;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.SmallCellLimit;
import org.junit.jupiter.api.Test;

class LoanProtectionTest {

    private static final Optional<String> REGION = Optional.of("310000000");
    private static final Optional<String> DISTRICT = Optional.of("313600000");

    /** Loans to as many borrowers, some of whom were on assistance, the others unemployed. */
    private static LoanFigures figures(int loans, int onAssistance) {
        Map<LoanMeasure, BigDecimal> counted = new HashMap<>();
        counted.put(LoanMeasure.LOANS, BigDecimal.valueOf(loans));
        counted.put(LoanMeasure.BORROWERS, BigDecimal.valueOf(loans));
        counted.put(LoanMeasure.DISBURSED, BigDecimal.valueOf(loans, -6));
        counted.put(LoanMeasure.onApproval(State.ASP), BigDecimal.valueOf(onAssistance));
        counted.put(LoanMeasure.onApproval(State.UNEMPLOYED), BigDecimal.valueOf(loans - onAssistance));
        counted.put(LoanMeasure.NOT_REGISTERED, BigDecimal.valueOf(loans));
        return new LoanFigures(counted, Set.of(), Set.of());
    }

    private static LoanRow district(int kato, LoanFigures figures) {
        return new LoanRow(
                LoanGroup.TERRITORY,
                Optional.of(Places.code(kato)),
                Optional.empty(),
                PLACES.tree().unit(kato),
                figures);
    }

    private static LoanRow purpose(String purpose, LoanFigures figures) {
        return new LoanRow(LoanGroup.PURPOSE, Optional.of(purpose), Optional.empty(), Optional.empty(), figures);
    }

    /** What somebody who may see no persons gets to see; the whole is the sum of the first group. */
    private static List<LoanFigures> seen(Optional<String> territory, LoanRow... rows) {
        LoanFigures whole = java.util.Arrays.stream(rows)
                .filter(row -> row.group() == rows[0].group())
                .map(LoanRow::figures)
                .reduce(LoanFigures::plus)
                .orElseThrow();
        List<LoanRow> all = new ArrayList<>(
                List.of(new LoanRow(LoanGroup.ALL, Optional.empty(), Optional.empty(), Optional.empty(), whole)));
        all.addAll(List.of(rows));
        var about = new OutcomeAnswer<>(
                LocalDate.of(2023, 1, 1),
                LocalDate.of(2022, 1, 1),
                territory,
                OffsetDateTime.parse("2023-01-01T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                all);
        var answer = new LoanAnswer(
                about,
                Optional.empty(),
                LocalDate.of(2023, 1, 1),
                new LoanComparison(figures(3, 0), figures(30, 0)),
                List.of());
        return new LoanProtection(PLACES, territory, SmallCellLimit.USUAL)
                .of(answer).about().items().stream().map(LoanRow::figures).toList();
    }

    @Test
    void ofADistrictWithFewLoansNothingIsToldNorOfTheOneThatWouldTell() {
        var seen = seen(
                REGION,
                district(LoanOutcomeFixture.BAYZAK, figures(4, 0)),
                district(LoanOutcomeFixture.SHU, figures(20, 0)));

        assertThat(seen.get(0).of(LoanMeasure.LOANS)).hasValue(BigDecimal.valueOf(24));
        for (LoanMeasure measure : LoanMeasure.ALL) {
            assertThat(seen.get(1).of(measure)).as(measure.code()).isEmpty();
            assertThat(seen.get(1).reason(measure)).hasValue(Reason.SMALL_CELL);
        }
        assertThat(seen.get(2).of(LoanMeasure.DISBURSED)).isEmpty();
    }

    @Test
    void ofOtherRowsOnlyWhatIsSmallAndWhatWouldTellItIsWithheld() {
        var seen = seen(
                REGION,
                district(LoanOutcomeFixture.BAYZAK, figures(20, 18)),
                district(LoanOutcomeFixture.SHU, figures(20, 10)));

        for (int row : List.of(1, 2)) {
            assertThat(seen.get(row).of(LoanMeasure.onApproval(State.ASP))).isEmpty();
            assertThat(seen.get(row).of(LoanMeasure.onApproval(State.UNEMPLOYED)))
                    .isEmpty();
            assertThat(seen.get(row).withheld()).hasSize(2);
        }
        assertThat(seen.get(0).withheld()).isEmpty();
    }

    @Test
    void aRowOfWhichAlmostEveryFigureIsSmallTellsItsLoansAndBorrowersAlone() {
        var seen = seen(
                REGION,
                district(LoanOutcomeFixture.BAYZAK, figures(5, 2)),
                district(LoanOutcomeFixture.SHU, figures(20, 10)));

        assertThat(seen.get(1).of(LoanMeasure.LOANS)).hasValue(BigDecimal.valueOf(5));
        assertThat(seen.get(1).of(LoanMeasure.BORROWERS)).hasValue(BigDecimal.valueOf(5));
        assertThat(seen.get(1).of(LoanMeasure.DISBURSED)).isPresent();
        assertThat(seen.get(1).of(LoanMeasure.onApproval(State.WAGE_EMPLOYED)))
                .as("not even that there is nobody")
                .isEmpty();
    }

    @Test
    void aRowWithoutFirstLoansIsWithheldLikeOthersWithFewLoans() {
        var further = new LoanFigures(Map.of(LoanMeasure.LOANS, BigDecimal.valueOf(12)), Set.of(), Set.of());
        var seen = seen(
                REGION,
                district(LoanOutcomeFixture.BAYZAK, further),
                district(LoanOutcomeFixture.SHU, figures(20, 10)));

        assertThat(seen.get(1).of(LoanMeasure.LOANS)).isEmpty();
        assertThat(seen.get(2).of(LoanMeasure.LOANS)).isEmpty();
    }

    @Test
    void aRegionTellsItsGroups() {
        var seen = seen(REGION, purpose("TRADE", figures(1, 1)), purpose("CRAFT", figures(9, 8)));

        assertThat(seen).allMatch(row -> row.withheld().isEmpty());
    }

    @Test
    void belowTheRegionEveryGroupIsProtected() {
        var seen = seen(
                DISTRICT,
                purpose("TRADE", figures(1, 0)),
                purpose("CRAFT", figures(9, 0)),
                purpose("CROPS", figures(50, 0)));

        assertThat(seen.get(0).of(LoanMeasure.LOANS)).hasValue(BigDecimal.valueOf(60));
        assertThat(seen.get(1).of(LoanMeasure.LOANS)).isEmpty();
        assertThat(seen.get(2).of(LoanMeasure.LOANS)).as("it hides the fewest").isEmpty();
        assertThat(seen.get(3).of(LoanMeasure.LOANS)).hasValue(BigDecimal.valueOf(50));
    }
}
