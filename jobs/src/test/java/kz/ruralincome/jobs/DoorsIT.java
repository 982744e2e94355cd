package kz.ruralincome.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.account.SignIn;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.credit.BatchOptions;
import kz.ruralincome.domain.credit.LoanBatch;
import kz.ruralincome.domain.credit.LoanBatches;
import kz.ruralincome.domain.credit.LoanJson;
import kz.ruralincome.domain.credit.Loans;
import kz.ruralincome.domain.credit.StaleVersion;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.intake.LoadState;
import kz.ruralincome.domain.jobrun.JobDesk;
import kz.ruralincome.domain.jobrun.JobRun;
import kz.ruralincome.domain.quality.FindingDesk;
import kz.ruralincome.domain.quality.FindingFilter;
import kz.ruralincome.domain.setup.StartProgress;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doors of the domain inside the container: transactions, refusals, the queue of loads and the runs of jobs. */
@ExtendWith(ArquillianExtension.class)
class DoorsIT {

    private static final Access ADMIN = new Access("admin", Role.ADMIN, Optional.empty(), false);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    private ListDesk lists;

    @Inject
    private JobDesk jobs;

    @Inject
    private FindingDesk findings;

    @Inject
    private Loans loans;

    @Inject
    private LoanBatches batches;

    @Inject
    private SignIn signIn;

    @Inject
    private AuditTrail audit;

    @Inject
    private StartProgress start;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Deployment
    static WebArchive modules() {
        return Deployed.modules();
    }

    @BeforeEach
    void theFirstStartIsOver() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!start.isDone() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertTrue(start.isDone(), () -> "the first start: " + start.failure());
    }

    @Test
    void aPasswordOpensItsAccountAlone() {
        assertEquals(
                Role.REGISTRY, signIn("registry", "pilot-test-1").orElseThrow().role());
        assertTrue(signIn("registry", "pilot-test-2").isEmpty());
        assertTrue(signIn("nobody", "pilot-test-1").isEmpty());
    }

    private Optional<Access> signIn(String name, String secret) {
        return signIn.signIn(name, secret, "192.0.2.1").access();
    }

    @Test
    void aListBecomesFactsAndAsksForARun() throws Exception {
        var load = lists.receive("households", LoadOptions.NONE, "text/csv", null, csv("""
                household_no,kato
                H-1,313645000
                """), ADMIN);

        assertEquals(LoadState.DONE, lists.await(load, PATIENCE, ADMIN).state());
        assertEquals(1, count("select count(*) from locality where superseded_rev is null"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        String runs = "select count(*) from job_run where kind = 'ON_DEMAND' and state = 'DONE'";
        while (count(runs) == 0 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertTrue(count(runs) > 0, "a load that changed the register asks for a run");
    }

    @Test
    void aRunOnDemandEndsDone() {
        var run = jobs.start("movement-tracking", true, PATIENCE, ADMIN);

        assertEquals(JobRun.State.DONE, run.state());
        assertTrue(run.full());
    }

    @Test
    void whatDoesNotFitTogetherIsLookedForOnDemand() throws Exception {
        var run = jobs.start("data-quality", false, PATIENCE, ADMIN);

        assertEquals(JobRun.State.DONE, run.state());
        assertEquals(
                run.counts().get("findings"),
                count("select count(*) from finding where ended_at is null"),
                "what was found stands");
        assertTrue(findings.counts(Optional.empty(), ADMIN).asOf().isPresent());
        assertThrows(InvalidRequest.class, () -> jobs.start("data-quality", true, Duration.ZERO, ADMIN));
        var granted = new Access("akimat", Role.AKIMAT, Optional.empty(), true);
        assertThrows(AccessRefused.class, () -> findings.page(FindingFilter.open(), Optional.empty(), granted));
        assertThrows(NotFoundException.class, () -> findings.explain(-1, "", "so it is", ADMIN));
    }

    @Test
    void loansAreTakenOneByOneAndManyAtOnceAndThenAged() throws Exception {
        var bank = new Access("bank-a", Role.LENDER, Optional.empty(), false);
        String loan = """
                {"iin": "850101300015", "purpose": "LIVESTOCK", "kato": "313645000", "approvedOn": "2022-03-01",
                 "disbursedOn": "2022-03-10", "principal": 5000000.00, "annualRate": 2.5, "termMonths": 60,
                 "schedule": "ANNUITY", "status": "ACTIVE"}""".replace("\n", " ");
        var put = loans.put(bank, "1/2022", LoanJson.loan(loan.getBytes(UTF_8)), Optional.empty(), false);
        assertTrue(put.created());
        assertThrows(
                StaleVersion.class,
                () -> loans.put(bank, "1/2022", LoanJson.loan(loan.getBytes(UTF_8)), Optional.of("\"9\""), false));
        assertTrue(loans.list(bank, Optional.empty(), Optional.empty(), Optional.empty(), 10).items().stream()
                .anyMatch(item -> item.contractNo().equals("1/2022")));

        String lines = loan.replaceFirst("\\{", "{\"contractNo\": \"2/2022\", ") + "\n{";
        var options = new BatchOptions(false, Optional.empty());
        var receipt = batches.receive(bank, Optional.of("key-1"), options, csv(lines));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!batches.find(bank, receipt.batch().id()).state().isAtRest() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        var batch = batches.find(bank, receipt.batch().id());
        assertEquals(LoanBatch.State.DONE, batch.state());
        assertEquals(1, batch.accepted());
        assertEquals("json.malformed", batches.errors(bank, batch.id()).get(0).code());

        String aged = "select count(*) from loan_standing";
        while (count(aged) < 2 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertEquals(2, count(aged));
        while (count("select (select count(*) from job_request) + count(*) from job_run where state = 'RUNNING'") > 0
                && System.nanoTime() < end) {
            Thread.sleep(50); // so that no other test meets a run that these loans have asked for
        }
    }

    @Test
    void aRefusalReachesTheCallerUnwrapped() {
        var akimat = new Access("akimat", Role.AKIMAT, Optional.empty(), false);

        assertThrows(AccessRefused.class, () -> jobs.start("movement-tracking", false, Duration.ZERO, akimat));
        assertThrows(NotFoundException.class, () -> jobs.start("no-such-job", false, Duration.ZERO, ADMIN));
    }

    @Test
    void aLineOfTheTrailFallsWithItsTransaction() throws Exception {
        transaction.begin();
        audit.note("admin", "test.rolled-back", null);
        transaction.rollback();
        transaction.begin();
        audit.note("admin", "test.kept", null);
        transaction.commit();

        assertEquals(0, count("select count(*) from audit where action = 'test.rolled-back'"));
        assertEquals(1, count("select count(*) from audit where action = 'test.kept'"));
    }

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
