package kz.ruralincome.domain.quality;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Map;
import javax.sql.DataSource;
import kz.ruralincome.domain.jobrun.Job;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** The nightly job that looks for what does not fit together in the register. */
@ApplicationScoped
public class DataQuality implements Job {

    /** Its name in URLs. */
    public static final String NAME = "data-quality";

    private static final String IS_BEHIND = """
            select exists (
                select from movement_freshness m
                where m.fresh_as_of > (select coalesce(places_as_of, '-infinity') from finding_freshness))""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private JobRunner runner;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(3, 0);
    }

    @Override
    public Map<String, Long> run(RunContext context) throws SQLException {
        return FindingUpdate.apply(context.connection(), context.businessDate(), context.run());
    }

    /** Whoever mended something need not wait for the night: it is looked again once the movement has read it. */
    public void look() {
        try (var connection = database.getConnection()) {
            if (Sql.first(connection, Boolean.class, IS_BEHIND).orElse(false)) {
                runner.request(NAME);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the freshness of the findings cannot be read", e);
        }
    }
}
