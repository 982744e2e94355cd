package kz.ruralincome.domain.credit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Map;
import javax.sql.DataSource;
import kz.ruralincome.domain.jobrun.Job;
import kz.ruralincome.domain.jobrun.JobRunner;
import kz.ruralincome.domain.jobrun.RunContext;
import kz.ruralincome.domain.jobrun.SetUpFinished;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.register.Watermark;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** The nightly job of the loan book: every loan's ageing line follows the facts, and its standing the business date. */
@ApplicationScoped
public class LoanAgeing implements Job {

    /** Its name in URLs. */
    public static final String NAME = "loan-ageing";

    private static final String IS_BEHIND = """
            select exists (
                select from lender n join loan l on l.lender_id = n.id
                where l.changed_at > coalesce((select fresh_as_of from loan_freshness), '-infinity'))
                or exists (
                    select from lender_allotment o join revision r on r.id = o.rev
                    where r.recorded_at > (select fresh_as_of from loan_freshness))""";

    /** Borrowers may have moved: standings say where they live. */
    private static final String MOVED = """
            select exists (
                select from movement_freshness m
                where m.fresh_as_of > (select coalesce(places_as_of, '-infinity') from loan_freshness))""";

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Watermark watermark;

    @Inject
    private JobRunner runner;

    @Inject
    private Event<RegisterChanged> changed;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LocalTime at() {
        return LocalTime.of(2, 0);
    }

    @Override
    public boolean hasFullRun() {
        return true;
    }

    @Override
    public Map<String, Long> run(RunContext context) throws SQLException {
        return LoanAgeingUpdate.apply(
                context.connection(), watermark.close(), context.businessDate(), context.full(), context.run());
    }

    /** Single calls tell nobody that they changed a loan, nor does the movement that somebody moved: somebody has to look. */
    public void look() {
        if (is(IS_BEHIND)) {
            changed.fire(new RegisterChanged("loans"));
        } else if (is(MOVED)) {
            runner.request(NAME);
        }
    }

    void catchUp(@Observes SetUpFinished finished) {
        if (is(IS_BEHIND)) {
            runner.request(NAME);
        }
    }

    // on a thread of its own: no transaction can be suspended while another is just ending, and an EJB would try
    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) RegisterChanged change) {
        executor.execute(() -> runner.request(NAME));
    }

    private boolean is(String question) {
        try (var connection = database.getConnection()) {
            return Sql.first(connection, Boolean.class, question).orElse(false);
        } catch (SQLException e) {
            throw new IllegalStateException("the freshness of the loan book cannot be read", e);
        }
    }
}
