package kz.ruralincome.domain.assistance;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import kz.ruralincome.domain.jobrun.Job;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.shared.Quarter;

/** The quarterly job: who of those on assistance still has the right to it, and to how much. */
@ApplicationScoped
public class AssistanceReview implements Job {

    /** Its name in URLs. */
    public static final String NAME = "assistance-review";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 30);
    }

    /** The first night of a quarter. */
    @Override
    public LocalDate firstDueFrom(LocalDate day) {
        var quarter = Quarter.of(day);
        return day.equals(quarter.first()) ? day : quarter.next().first();
    }

    @Override
    public Map<String, Long> run(RunContext context) throws SQLException {
        return ReviewUpdate.apply(context.connection(), context.businessDate(), context.run());
    }
}
