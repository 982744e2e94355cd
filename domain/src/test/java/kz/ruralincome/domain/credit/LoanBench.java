package kz.ruralincome.domain.credit;

import static java.util.Locale.ROOT;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Measures how quickly loans are written, without HTTP, and prints each number beside a bare PostgreSQL that stores the same
 * rows. It asserts nothing: a shared machine would make it fail by chance.
 */
class LoanBench {

    private static final int BATCH = 50_000;
    private static final int BATCHES = 3;
    private static final int STEP = 1_000;
    private static final int PERSONS = 9_000;

    private final List<String> iins = iins();
    private CreditFixture credit;

    @Test
    void writesLoans() throws Exception {
        credit = CreditFixture.on(PilotDatabase.durable());
        for (int batch = 1; batch <= BATCHES; batch++) {
            String body = body("B" + batch + "-");
            double ours = batch(body);
            double copied = copied("B" + batch + "-");
            print("batch %d of %,d new loans".formatted(batch, BATCH), BATCH / ours, "lines/s, promised 4,000");
            print("  COPY of the same rows", BATCH / copied, ratio(ours, copied, 0.1));
        }
        print("the last batch again", BATCH / batch(body("B" + BATCHES + "-")), "lines/s");
    }

    /** Receives nothing: the body is there, as it is once the client has sent it. */
    private double batch(String body) throws SQLException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        UUID id = begun(bytes.length);
        int lender = (Integer) credit.database().valueOf("select lender_id from account where name = 'bank-a'");
        var options = new BatchOptions(false, Optional.<LocalDate>empty());
        var lines = new BatchLines(number -> block(bytes, number), 0, 0);
        long begin = System.nanoTime();
        long doneBytes = 0;
        int doneLines = 0;
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            for (List<BatchLines.Line> some = lines.next(STEP, Integer.MAX_VALUE);
                    !some.isEmpty();
                    some = lines.next(STEP, Integer.MAX_VALUE)) {
                var claim = new BatchQueue.Claim(id, 1, 1, lender, "bank-a", options, doneBytes, doneLines);
                BatchQueue.step(connection, claim, BatchStep.of(some), lines.end(), lines.linesRead());
                connection.commit();
                doneBytes = lines.end();
                doneLines = lines.linesRead();
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private UUID begun(int size) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return Sql.first(connection, UUID.class, """
                    insert into loan_batch (lender_id, account, dry_run, state, fence, body_size)
                    select lender_id, name, false, 'RUNNING', 1, ? from account where name = 'bank-a'
                    returning id""", size).orElseThrow();
        }
    }

    private static byte[] block(byte[] body, int number) {
        int from = number * BatchLines.BLOCK;
        return from >= body.length
                ? null
                : Arrays.copyOfRange(body, from, Math.min(body.length, from + BatchLines.BLOCK));
    }

    /** Both tables, with their indexes and without our triggers. */
    private double copied(String prefix) throws SQLException, IOException {
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            var loans = new StringWriter();
            var versions = new StringWriter();
            var api = connection.unwrap(PGConnection.class).getCopyAPI();
            api.copyOut("copy (select * from loan where contract_no like '" + prefix + "%') to stdout", loans);
            api.copyOut(
                    "copy (select v.* from loan_version v join loan l on l.id = v.loan_id where l.contract_no like '"
                            + prefix + "%') to stdout",
                    versions);
            Sql.update(connection, "create table copied_loan (like loan including all)");
            Sql.update(connection, "create table copied_version (like loan_version including all)");
            connection.commit();
            long begin = System.nanoTime();
            api.copyIn("copy copied_loan from stdin", new StringReader(loans.toString()));
            api.copyIn("copy copied_version from stdin", new StringReader(versions.toString()));
            connection.commit();
            double seconds = (System.nanoTime() - begin) / 1e9;
            Sql.update(connection, "drop table copied_loan, copied_version");
            connection.commit();
            return seconds;
        }
    }

    private String body(String prefix) {
        var body = new StringBuilder();
        for (int number = 0; number < BATCH; number++) {
            body.append("{\"contractNo\": \"")
                    .append(prefix)
                    .append(number)
                    .append("\",")
                    .append(loan(number).replace('\n', ' ').substring(1))
                    .append('\n');
        }
        return body.toString();
    }

    private String loan(int number) {
        return LOAN.replace("850101300015", iins.get(number % PERSONS));
    }

    private static List<String> iins() {
        List<String> found = new ArrayList<>();
        for (long digits = 80_000_000_000L; found.size() < PERSONS; digits++) {
            try {
                found.add(IntakeFixture.iin(Long.toString(digits)));
            } catch (IllegalArgumentException e) {
                // one in eleven has no check digit
            }
        }
        return found;
    }

    private static String ratio(double ours, double bare, double promised) {
        return String.format(ROOT, "ours is %.2f of it, promised %.2f", bare / ours, promised);
    }

    private static void print(String what, double number, String beside) {
        System.out.printf(ROOT, "loans: %-48s %,9.0f a second, %s%n", what, number, beside);
    }
}
