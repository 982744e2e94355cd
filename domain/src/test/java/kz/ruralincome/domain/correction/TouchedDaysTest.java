package kz.ruralincome.domain.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ruralincome.domain.intake.FactRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TouchedDaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // only ends have moved: what lies between them
                "occupations; from=2022-01-01 to=2022-07-01 kind=A; from=2022-01-01 to=2022-09-01 kind=A; 2022-07-01; 2022-09-01",
                "occupations; from=2022-01-01 to=2022-07-01 kind=A; from=2022-02-01 to=2022-07-01 kind=A; 2022-01-01; 2022-02-01",
                "assistance; from=2022-01-01; from=2022-01-01 to=2022-09-01; 2022-09-01; +999999999-12-31",
                // another value, or none: all that it covers
                "occupations; from=2022-01-01 to=2022-07-01 kind=A; from=2022-01-01 to=2022-09-01 kind=B; 2022-01-01; 2022-09-01",
                "measures; from=2022-01-01 to=2022-07-01 kind=A; ; 2022-01-01; 2022-07-01",
                "social-packages; from=2022-01-01; ; 2022-01-01; +999999999-12-31",
                "payments; paid_on=2022-03-05 amount=1; paid_on=2022-03-09 amount=1; 2022-03-05; 2022-03-10",
                "incomes; quarter=2022-Q3 kind=A amount=1; quarter=2022-Q3 kind=A amount=2; 2022-07-01; 2023-01-01",
                "incomes; quarter=2022-Q4 kind=A amount=1; ; 2022-10-01; 2023-04-01",
                // what later days rest on, too
                "registrations; from=2022-01-01 to=2022-07-01 status=A; from=2022-01-01 to=2022-09-01 status=A; 2022-07-01; +999999999-12-31",
                "vital-events; date=2022-03-01 kind=A; ; 2022-03-01; +999999999-12-31",
                "households; from=2022-03-01 kato=1; from=2022-03-01 kato=2; 2022-03-01; +999999999-12-31",
                "households; kato=1; kato=2; -999999999-01-01; +999999999-12-31",
                "members; from=2022-03-01 relation=A; from=2022-03-01 to=2022-05-01 relation=A; 2022-05-01; +999999999-12-31",
                "members; from=2022-03-01 sex=M relation=A; from=2022-03-01 to=2022-05-01 sex=M relation=A; 2022-05-01; +999999999-12-31",
                // an age is asked for on any day
                "members; from=2022-03-01 birth_date=1980-01-01; from=2022-03-01 birth_date=1981-01-01; -999999999-01-01; +999999999-12-31",
                "members; from=2022-03-01 sex=M; ; -999999999-01-01; +999999999-12-31",
                // what no figure reads
                "members; from=2022-03-01 phone=1 sex=M; from=2022-03-01 phone=2 sex=M given_name=A; ; ",
                "households; from=2022-03-01 kato=1; from=2022-03-01 kato=1 address=A; ; ",
                "registrations; from=2022-01-01 oked=1; from=2022-01-01 oked=2; ; ",
                "enrolments; from=2022-01-01 kato=1 direction=1; from=2022-01-01 kato=1 direction=2; ; ",
                "enrolments; from=2022-01-01 to=2022-07-01 kato=1; from=2022-01-01 to=2022-07-01 kato=2; 2022-01-01; 2022-07-01",
                "consents; from=2022-01-01; ; ; ",
                "suspensions; from=2022-01-01 reason=A; from=2022-02-01 reason=A; ; ",
            })
    void areNeverFewerThanAFigureReads(String list, String gone, String come, LocalDate from, LocalDate to) {
        var days = TouchedDays.of(list, rows(list, gone), rows(list, come));
        assertThat(days.from()).isEqualTo(Optional.ofNullable(from));
        if (from != null) {
            assertThat(days.to()).isEqualTo(to);
        }
    }

    private static List<FactRow> rows(String list, String cells) {
        if (cells == null) {
            return List.of();
        }
        Map<String, String> said = new HashMap<>(Arrays.stream(cells.split(" "))
                .map(cell -> cell.split("="))
                .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1])));
        return List.of(new FactRow(list, 1, said, 1, Optional.empty()));
    }
}
