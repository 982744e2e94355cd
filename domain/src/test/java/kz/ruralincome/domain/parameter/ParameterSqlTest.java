package kz.ruralincome.domain.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values are recorded as rows of the list are: the same day supersedes, nothing is lost, and is told as it was known. */
class ParameterSqlTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 3, 1);
    private static final Access ADMINISTRATOR = Access.ofTheProgram("admin");
    private static final Optional<Integer> REGION = Optional.of(310000000);
    private static final Optional<Integer> COUNTRY = Optional.empty();

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        var database = PilotDatabase.fresh();
        database.execute("""
                insert into unit values (310000000);
                insert into revision (account, purpose) values ('setup', 'LOAD');
                insert into territory (unit_id, valid_from, valid_to, name_ru, rev)
                values (310000000, '-infinity', 'infinity', 'Жамбылская область', 1)""");
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void theNamesAreThoseThatTheListTakes() {
        var unknown = FormIntake.flawOf("parameters", "name", "name", "NOTHING").orElseThrow();
        assertThat(unknown.arguments().get(0).split(", "))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ParameterName.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void everyNameIsThereWithoutAValueToo() throws SQLException {
        assertThat(series(Optional.empty()))
                .hasSize(ParameterName.values().length)
                .allSatisfy(one -> assertThat(one.versions()).isEmpty());
    }

    @Test
    void whatHoldsAndWhatComesIsToldByTheDay() throws SQLException {
        record(ParameterName.MCI, COUNTRY, "2023-01-01", "3450");
        record(ParameterName.MCI, COUNTRY, "2024-01-01", "3692");
        record(ParameterName.MCI, COUNTRY, "2022-01-01", "3063");
        record(ParameterName.MCI, REGION, "2023-01-01", "1");

        ParameterSeries country = one(ParameterName.MCI, COUNTRY);
        assertThat(country.on(TODAY).orElseThrow().value()).isEqualByComparingTo("3450");
        assertThat(country.on(LocalDate.of(2023, 12, 31)).orElseThrow().value()).isEqualByComparingTo("3450");
        assertThat(country.on(LocalDate.of(2024, 1, 1)).orElseThrow().value()).isEqualByComparingTo("3692");
        assertThat(country.on(LocalDate.of(2021, 12, 31))).isEmpty();
        assertThat(country.after(TODAY).orElseThrow().value()).isEqualByComparingTo("3692");
        assertThat(country.after(LocalDate.of(2020, 1, 1)).orElseThrow().value())
                .isEqualByComparingTo("3063");
        assertThat(one(ParameterName.MCI, REGION).versions()).hasSize(1);
    }

    @Test
    void theSameDaySupersedesAndTheEarlierIsKnownAsItWas() throws SQLException {
        record(ParameterName.POVERTY_LINE, REGION, "2022-01-01", "25000");
        OffsetDateTime before = Sql.first(connection, OffsetDateTime.class, "select clock_timestamp()")
                .orElseThrow();
        record(ParameterName.POVERTY_LINE, REGION, "2022-01-01", "25212.30");

        assertThat(one(ParameterName.POVERTY_LINE, REGION).versions())
                .extracting(ParameterVersion::value)
                .containsExactly(new BigDecimal("25212.30"));
        assertThat(ParameterSql.superseded(connection, ParameterName.POVERTY_LINE, REGION))
                .singleElement()
                .satisfies(old -> {
                    assertThat(old.value()).isEqualByComparingTo("25000");
                    assertThat(old.supersededBy()).hasValue("admin");
                });
        assertThat(series(Optional.of(before)).stream()
                        .filter(one -> one.name() == ParameterName.POVERTY_LINE)
                        .flatMap(one -> one.versions().stream()))
                .extracting(ParameterVersion::value)
                .containsExactly(new BigDecimal("25000"));
        assertThat(ParameterSql.superseded(connection, ParameterName.POVERTY_LINE, COUNTRY))
                .isEmpty();
    }

    @Test
    void theSameValueAgainIsRefusedAndLeavesNoLoad() throws SQLException {
        record(ParameterName.MCI, COUNTRY, "2023-01-01", "3450");

        assertThatThrownBy(() -> record(ParameterName.MCI, COUNTRY, "2023-01-01", "3450"))
                .isInstanceOf(RuleViolation.class)
                .hasFieldOrPropertyWithValue("code", "parameter.same");
        connection.rollback();
        assertThat(Sql.first(connection, Long.class, "select count(*) from load"))
                .hasValue(1L);
        assertThat(Sql.first(connection, String.class, "select details->>'name' from audit"))
                .hasValue("MCI");
    }

    @Test
    void whatIsMissingOrMalformedIsToldAtOnce() {
        assertThatThrownBy(() -> ParameterDesk.cells(ParameterName.MCI, COUNTRY, "", "3450 tenge", ""))
                .isInstanceOfSatisfying(InvalidRequest.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::code)
                        .containsExactly("parameter.missing.from", "number.format", "parameter.missing.document"));
    }

    private void record(ParameterName name, Optional<Integer> unit, String from, String value) throws SQLException {
        var cells = ParameterDesk.cells(name, unit, from, value, "Закон № 1");
        ParameterDesk.record(connection, name, cells, ADMINISTRATOR, TODAY);
        connection.commit();
    }

    private ParameterSeries one(ParameterName name, Optional<Integer> unit) throws SQLException {
        return series(Optional.empty()).stream()
                .filter(one -> one.name() == name && one.unit().equals(unit))
                .findFirst()
                .orElseThrow();
    }

    private List<ParameterSeries> series(Optional<OffsetDateTime> asKnownOn) throws SQLException {
        return ParameterSql.series(connection, asKnownOn);
    }
}
