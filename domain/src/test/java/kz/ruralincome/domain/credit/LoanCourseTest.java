package kz.ruralincome.domain.credit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanCourseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; 2022-01-10; 2022-06-01; 0 2022-01-10 2022-06-01",
                "2022-01-10; 2022-01-10; 2022-06-01; 0 2022-01-10 2022-06-01",
                // late since the 1st: the 1st itself is day 0
                "2022-01-10, 2022-02-01>2022-02-01; 2022-01-10; 2022-06-10;"
                        + " 0 2022-01-10 2022-02-02, 1 2022-02-02 2022-03-04, 2 2022-03-04 2022-04-03,"
                        + " 3 2022-04-03 2022-05-03, 4 2022-05-03 2022-06-10",
                // late still when something else changes
                "2022-01-10, 2022-02-01>2022-02-01, 2022-02-20>2022-02-01; 2022-01-10; 2022-03-01;"
                        + " 0 2022-01-10 2022-02-02, 1 2022-02-02 2022-03-01",
                // paid, and late again with less
                "2022-01-10, 2022-02-01>2022-02-01, 2022-03-20>2022-03-01, 2022-03-25; 2022-01-10; 2022-05-01;"
                        + " 0 2022-01-10 2022-02-02, 1 2022-02-02 2022-03-04, 2 2022-03-04 2022-03-20,"
                        + " 1 2022-03-20 2022-03-25, 0 2022-03-25 2022-05-01",
                // what is asked for ends before, or begins before the first step
                "2022-01-10, 2022-02-01>2022-02-01; 2022-01-10; 2022-01-20; 0 2022-01-10 2022-01-20",
                "2022-01-15>2022-01-01; 2022-01-10; 2022-01-20; 0 2022-01-10 2022-01-15, 1 2022-01-15 2022-01-20",
            })
    void tellsHowLateALoanWas(String steps, LocalDate from, LocalDate to, String stretches) {
        assertThat(LoanCourse.stretches(steps(steps), from, to).stream()
                        .map(one -> one.bucket() + " " + one.from() + " " + one.to())
                        .collect(joining(", ")))
                .isEqualTo(stretches);
    }

    private static List<LoanCourse.Step> steps(String text) {
        List<LoanCourse.Step> steps = new ArrayList<>();
        for (String step : text.isEmpty() ? new String[0] : text.split(", ")) {
            String[] parts = step.split(">");
            steps.add(new LoanCourse.Step(
                    LocalDate.parse(parts[0]),
                    parts.length > 1 ? Optional.of(LocalDate.parse(parts[1])) : Optional.empty()));
        }
        return steps;
    }
}
