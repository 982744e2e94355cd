package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanDeskTest {

    @Test
    void readsWhatWasDecidedByTheDayTheLatestFirst() throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();
        database.execute("""
                insert into revision (id, account, purpose) overriding system value values (1, 'office', 'LOAD');
                insert into unit values (313600000);
                insert into plan (year, unit_id, indicator, decided_on, value, document, rev) values
                    (2022, 313600000, 'asp.persons', '2021-12-01', 10, '№ 12', 1),
                    (2022, 313600000, 'asp.persons', '2022-06-01', 14, null, 1),
                    (2022, 313600000, 'asp.persons', '2023-01-02', 99, '№ 1', 1),
                    (2023, 313600000, 'asp.persons', '2022-12-01', 7, '№ 30', 1)""");
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select close_watermark()")) {
            row.next();
            var decisions =
                    PlanReading.decisions(connection, LocalDate.of(2023, 1, 1), row.getObject(1, OffsetDateTime.class));

            assertThat(decisions.get("asp.persons").get(313600000))
                    .as("as of 1 January 2023 is all of 2022")
                    .extracting(PlanDecision::value, PlanDecision::document, PlanDecision::enteredBy)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(new BigDecimal(14), Optional.empty(), "office"),
                            org.assertj.core.groups.Tuple.tuple(new BigDecimal(10), Optional.of("№ 12"), "office"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"48298, 47584, 101.5, 714", "0, 10, 0.0, -10", "5, 0, -, 5", "-, 10, -, -", "5, -, -, -"})
    void holdsTheFactAgainstThePlan(BigDecimal fact, BigDecimal plan, BigDecimal percent, BigDecimal difference) {
        var line = new PlanLine(
                Optional.empty(),
                Optional.ofNullable(plan),
                new IndicatorLine(
                        Indicator.ASP_PERSONS,
                        Optional.ofNullable(fact),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of());

        assertThat(line.percent()).isEqualTo(Optional.ofNullable(percent));
        assertThat(line.difference()).isEqualTo(Optional.ofNullable(difference));
    }

    @Test
    void whatWasAllocatedIsHeldAgainstWhatWasPaid() {
        assertThat(PlannedFigure.factOf(Indicator.ASP_ALLOCATED)).isEqualTo(Indicator.ASP_PAID);
        assertThat(PlannedFigure.factOf(Indicator.ASP_PERSONS)).isEqualTo(Indicator.ASP_PERSONS);
    }
}
