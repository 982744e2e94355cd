package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.assistance.TestInput.Ground;
import kz.ruralincome.domain.assistance.TestInput.Member;

/** Households and parameters for tests, as small as they can be. */
final class AssistanceFixture {

    static final int REGION = 310000000;

    private AssistanceFixture() {}

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    static ParameterRow row(String name, String from, String value) {
        return new ParameterRow(name, Optional.empty(), day(from), money(value), Optional.of("№ 1"));
    }

    static ParameterRow regional(String name, String from, String value) {
        return new ParameterRow(name, Optional.of(REGION), day(from), money(value), Optional.of("№ 2"));
    }

    /** What holds everywhere, as the program brings it; without a line of any quarter. */
    static List<ParameterRow> lawful() {
        return new ArrayList<>(List.of(
                row("LINE_PERCENT_OF_MINIMUM", "2018-01-01", "50"),
                row("LINE_PERCENT_OF_MINIMUM", "2019-04-01", "70"),
                row("LINE_PERCENT_OF_MEDIAN", "2025-01-01", "35"),
                row("CHILD_SUPPLEMENT_MCI", "2023-01-01", "1.5"),
                row("MCI_SOCIAL", "2022-04-01", "3180"),
                row("MCI_SOCIAL", "2023-01-01", "3450"),
                row("MCI_SOCIAL", "2024-01-01", "3692"),
                row("MCI_SOCIAL", "2025-01-01", "3932"),
                row("MCI_SOCIAL", "2026-01-01", "4325"),
                row("PENSION_AGE_MEN", "2019-01-01", "63"),
                row("PENSION_AGE_WOMEN", "2022-01-01", "60.5"),
                row("PENSION_AGE_WOMEN", "2023-01-01", "61")));
    }

    static Parameters with(ParameterRow... further) {
        var rows = lawful();
        rows.addAll(List.of(further));
        return new Parameters(rows);
    }

    /** The line of the second quarter of 2024 is 34,000 tenge. */
    static Parameters spring2024() {
        return with(regional("POVERTY_LINE", "2024-04-01", "34000"));
    }

    static Member adult(String income) {
        return new Member("HEAD", Optional.of(day("1985-01-01")), Optional.of("M"), Map.of("WAGE", money(income)));
    }

    static Member silent(String born) {
        return new Member("CHILD", Optional.of(day(born)), Optional.of("F"), Map.of());
    }

    static TestInput household(String appliedOn, Member... members) {
        return new TestInput(day(appliedOn), Optional.of(REGION), List.of(members), Circumstances.NONE, List.of());
    }

    static TestInput refused(TestInput input, RefusalGround kind, String on) {
        return new TestInput(
                input.appliedOn(),
                input.region(),
                input.members(),
                input.circumstances(),
                List.of(new Ground(kind, day(on))));
    }
}
