package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.ruralincome.domain.outcome.ComparedGroup.Side;
import kz.ruralincome.domain.outcome.RegistrationReading.Found;
import kz.ruralincome.domain.outcome.RegistrationReading.Told;
import org.junit.jupiter.api.Test;

/** What is kept as a text is read back equal. */
class KeptFormsTest {

    @Test
    void groupsSideBySide() {
        Map<ComparisonFigure, Long> counts = Arrays.stream(ComparisonFigure.values())
                .collect(Collectors.toMap(Function.identity(), figure -> 7L * figure.ordinal()));
        var groups = List.of(
                new ComparedGroup(Side.PILOT, counts, Set.of()), new ComparedGroup(Side.UNTOLD, counts, Set.of()));

        assertThat(KeptComparisons.read(KeptComparisons.written(groups))).isEqualTo(groups);
        assertThat(KeptComparisons.read(KeptComparisons.written(List.of()))).isEmpty();
    }

    @Test
    void registrations() {
        var found = new Found(
                List.of(
                        new Told(YearMonth.of(2026, 1), Optional.of(313600000), RegistrationEnding.LAW_2026.name(), 12),
                        new Told(YearMonth.of(2025, 12), Optional.empty(), RegistrationSql.NEW, 1)),
                Optional.empty());
        var unknown = new Found(List.of(), Optional.of(Reason.NO_DATA));

        assertThat(KeptRegistrations.read(KeptRegistrations.written(found))).isEqualTo(found);
        assertThat(KeptRegistrations.read(KeptRegistrations.written(unknown))).isEqualTo(unknown);
    }

    @Test
    void whatIsWithheldOfLoans() {
        var withheld = new LoanWithheld(
                List.of(Set.of(), Set.of(LoanMeasure.LOANS, LoanMeasure.BORROWERS), Set.of(LoanMeasure.ONLY_FOR_LOAN)),
                Set.of(),
                Set.of(LoanMeasure.BORROWERS));

        assertThat(LoanWithheld.of(withheld.text())).isEqualTo(withheld);
    }
}
