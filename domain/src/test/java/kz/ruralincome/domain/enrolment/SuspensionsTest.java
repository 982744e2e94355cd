package kz.ruralincome.domain.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuspensionsTest {

    private static final LocalDate TODAY = LocalDate.of(2023, 6, 15);
    private static final List<Enrolment> ENROLMENTS =
            List.of(enrolment("2023-01-10", null), enrolment("2022-01-10", "2022-10-01"));
    private static final List<Suspension> OTHERS = List.of(suspension("2023-03-01", "2023-04-01", "back"));

    private static Enrolment enrolment(String from, String to) {
        return new Enrolment(
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Suspension suspension(String from, String to, String endReason) {
        return new Suspension(
                LocalDate.parse(from),
                Optional.ofNullable(to).map(LocalDate::parse),
                "ill",
                Optional.ofNullable(endReason));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-10, 2023-03-01, back, ",
        "2023-04-01, , , ",
        "2023-06-15, , , ",
        "2022-09-01, 2022-10-01, left, ",
        "2023-06-16, , , from enrolment.date.future",
        "2023-05-01, 2023-06-16, back, to enrolment.date.future",
        "2023-05-01, 2023-05-01, back, to period.empty",
        "2023-05-01, 2023-05-02, , end_reason enrolment.suspension.end",
        "2023-05-01, , back, end_reason enrolment.suspension.end",
        "2023-01-09, 2023-02-01, back, from enrolment.suspension.outside",
        "2022-09-01, 2022-10-02, left, from enrolment.suspension.outside",
        "2023-02-01, 2023-03-02, back, ' row.overlap'",
        "2023-02-01, , , ' row.overlap'",
        "2023-03-31, , , ' row.overlap'"
    })
    void sayWhyOneCannotBeAsItIsSaid(String from, String to, String endReason, String flaw) {
        assertThat(Suspensions.flaws(suspension(from, to, endReason), OTHERS, ENROLMENTS, TODAY))
                .extracting(found -> found.column() + " " + found.code())
                .containsExactlyElementsOf(Optional.ofNullable(flaw).stream().toList());
    }
}
