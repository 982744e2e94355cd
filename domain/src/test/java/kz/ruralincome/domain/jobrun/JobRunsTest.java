package kz.ruralincome.domain.jobrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRunsTest {

    /** A job of each night, or of the first night of a month. */
    private record Duty(boolean monthly) implements Job {

        @Override
        public String name() {
            return "duty";
        }

        @Override
        public LocalTime at() {
            return LocalTime.MIDNIGHT;
        }

        @Override
        public LocalDate firstDueFrom(LocalDate day) {
            return monthly && day.getDayOfMonth() > 1 ? day.withDayOfMonth(1).plusMonths(1) : day;
        }

        @Override
        public Map<String, Long> run(RunContext context) {
            return Map.of();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "false, , 2024-05-15, 2024-05-15",
        "false, 2024-05-13, 2024-05-15, 2024-05-14",
        "false, 2024-05-15, 2024-05-15,",
        "true, , 2024-05-15, 2024-05-15",
        "true, 2024-05-15, 2024-05-31,",
        "true, 2024-05-15, 2024-06-01, 2024-06-01",
        "true, 2024-05-15, 2024-08-20, 2024-06-01",
        "true, 2024-05-31, 2024-06-01, 2024-06-01"
    })
    void areDueOnTheFirstDateThatHadNone(boolean monthly, LocalDate last, LocalDate today, LocalDate due) {
        assertThat(JobRuns.due(new Duty(monthly), Optional.ofNullable(last), today))
                .isEqualTo(Optional.ofNullable(due));
    }
}
