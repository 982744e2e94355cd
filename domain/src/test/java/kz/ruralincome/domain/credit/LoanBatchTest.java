package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.CreditFixture.BANK_A;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoanBatchTest {

    private CreditFixture credit;

    @BeforeEach
    void lenders() throws SQLException {
        credit = CreditFixture.fresh();
    }

    @Test
    void takesGoodLinesAndTellsOfEachBadOne() throws SQLException {
        String body = String.join(
                "\n",
                line("1", LOAN),
                "",
                line("1", LOAN),
                "{broken",
                line("2", LOAN.replace("850101300015", "850101300016")),
                line("3", LOAN).replace("313600000", "999999999"),
                line("4", LOAN, "{\"paymentRef\": \"p\", \"paidOn\": \"2022-04-11\", \"amount\": 100}"),
                line("5", LOAN, "{\"paymentRef\": \"p\", \"paidOn\": \"2022-01-11\", \"amount\": 100}"),
                line("1", LOAN.replace("ACTIVE", "APPROVED")));

        UUID batch = run(body, options(false, null), 1_000);

        assertThat(counts(batch)).isEqualTo("8 2 1 5");
        assertThat(errors(batch))
                .containsExactly(
                        "4  json.malformed",
                        "5 iin iin.checksum",
                        "6 kato kato.unknown",
                        "8 repayments[0].paidOn repayment.before-disbursement",
                        "9 status loan.status-move");
        assertThat(credit.find(BANK_A, "4").repayments()).hasSize(1);
        assertThat(credit.database().valueOf("select count(*) from loan")).isEqualTo(2L);
    }

    @Test
    void changesNothingTheSecondTimeAndMakesVersionsOfWhatDiffers() throws SQLException {
        String body = line("1", LOAN) + "\n" + line("2", LOAN) + "\r\n";
        run(body, options(false, null), 1_000);

        assertThat(counts(run(body, options(false, null), 1_000))).isEqualTo("2 0 2 0");
        assertThat(counts(run(body.replace("01410", "01420"), options(false, null), 1)))
                .isEqualTo("2 2 0 0");
        assertThat(credit.database().valueOf("select count(*) from loan_version"))
                .isEqualTo(4L);
    }

    @Test
    void takesOneLoanTwiceInOneStepOneAfterTheOther() throws SQLException {
        run(line("1", LOAN) + "\n" + line("1", LOAN.replace("01410", "01420")), options(false, null), 1_000);

        assertThat(credit.find(BANK_A, "1").terms().oked()).hasValue("01420");
        assertThat(credit.database().valueOf("select count(*) from loan_version"))
                .isEqualTo(2L);
    }

    @Test
    void makesNoPersonForALineThatIsRejected() throws SQLException {
        String paid = "{\"paymentRef\": \"p\", \"paidOn\": \"2022-04-11\", \"amount\": 100}";
        String others = line("1", LOAN.replace("850101300015", "900101300007"), paid.replace("100", "200"));
        UUID batch = run(line("1", LOAN, paid) + "\n" + others, options(false, null), 1_000);

        assertThat(errors(batch)).containsExactly("2 repayments[0].paymentRef repayment.conflict");
        assertThat(list("select iin from person")).containsExactly("850101300015");
        assertThat(credit.database().valueOf("select count(*) from loan_version v join person p on p.id = v.person_id"))
                .isEqualTo(1L);
    }

    @Test
    void writesNothingInADryRun() throws SQLException {
        UUID batch =
                run(line("1", LOAN) + "\n" + line("2", LOAN.replace("LIVESTOCK", "FUN")), options(true, null), 1_000);

        assertThat(counts(batch)).isEqualTo("2 1 0 1");
        assertThat(credit.database().valueOf("select count(*) from loan")).isEqualTo(0L);
        assertThat(credit.database().valueOf("select count(*) from person")).isEqualTo(0L);
    }

    @Test
    void findsOpenLoansThatACompleteBatchDoesNotName() throws SQLException {
        credit.put(BANK_A, "open", LOAN);
        credit.put(BANK_A, "later", LOAN.replace("2022-03-10", "2023-03-10"));
        credit.put(BANK_A, "closed before", LOAN.replace("\"ACTIVE\"", "\"REPAID\", \"closedOn\": \"2022-05-31\""));
        credit.put(BANK_A, "closed after", LOAN.replace("\"ACTIVE\"", "\"REPAID\", \"closedOn\": \"2022-06-02\""));
        credit.put(BANK_A, "written off", LOAN.replace("\"ACTIVE\"", "\"WRITTEN_OFF\", \"closedOn\": \"2022-05-31\""));
        credit.put(BANK_A, "written off", LOAN.replace("\"ACTIVE\"", "\"REPAID\", \"closedOn\": \"2022-06-02\""));
        credit.put(CreditFixture.BANK_B, "another's", LOAN);

        UUID batch = run(
                line("named", LOAN) + "\n" + line("bad", LOAN.replace("LIVESTOCK", "FUN")),
                options(false, LocalDate.of(2022, 6, 1)),
                1_000);

        assertThat(list("select contract_no from loan_batch_finding where batch_id = '" + batch + "' order by 1"))
                .containsExactly("closed after", "open");
    }

    @Test
    void goesOnWhereItStoppedAndWritesNothingWithAClaimThatIsLost() throws SQLException {
        String body = String.join("\n", line("1", LOAN), line("2", LOAN), line("3", LOAN));
        UUID batch = receive(body, options(false, null));
        var first = claim(batch, 1, options(false, null));
        assertThat(step(first, body, 1)).isTrue();

        Object done = credit.database().valueOf("select done_bytes from loan_batch");
        credit.database().execute("update loan_batch set fence = 2");

        assertThat(step(first, body, 1)).isFalse();
        var second = new BatchQueue.Claim(batch, 2, 1, first.lender(), "bank-a", options(false, null), (Long) done, 1);
        assertThat(step(second, body, 1_000)).isTrue();
        assertThat(counts(batch)).isEqualTo("3 3 0 0");
        assertThat(credit.database().valueOf("select count(*) from loan_version"))
                .isEqualTo(3L);
    }

    @Test
    void splitsABodyIntoLinesWhereverItsBlocksEnd() {
        byte[] body = ("a\n\n" + "b".repeat(BatchLines.BLOCK + 5) + "\n" + "c".repeat(BatchLines.LONGEST_LINE + 1)
                        + "\nd")
                .getBytes(StandardCharsets.UTF_8);
        var lines = new BatchLines(blocks(body), 0, 0);

        assertThat(lines.next(1, 1_000)).extracting(BatchLines.Line::number).containsExactly(1);
        var again = new BatchLines(blocks(body), lines.end(), lines.linesRead());
        List<BatchLines.Line> rest = again.next(1_000, Integer.MAX_VALUE);

        assertThat(rest).extracting(BatchLines.Line::number).containsExactly(3, 4, 5);
        assertThat(rest.get(0).text()).hasSize(BatchLines.BLOCK + 5);
        assertThat(rest.get(1).text()).isNull();
        assertThat(new String(rest.get(2).text(), StandardCharsets.UTF_8)).isEqualTo("d");
        assertThat(again.end()).isEqualTo(body.length);
    }

    @Test
    void refusesABodyWithTooManyLinesWhileItComesIn() throws IOException {
        byte[] most = "{}\n\n".repeat(BatchBody.MOST_LINES).getBytes(StandardCharsets.UTF_8);
        var body = new BatchBody(new ByteArrayInputStream(most));
        while (body.next().length > 0) {
            // read to its end
        }
        assertThat(body.hash()).hasSize(32);

        byte[] more = "{}\n".repeat(BatchBody.MOST_LINES + 1).getBytes(StandardCharsets.UTF_8);
        var tooLong = new BatchBody(new ByteArrayInputStream(more));
        assertThatThrownBy(() -> {
                    while (tooLong.next().length > 0) {
                        // read to its end
                    }
                })
                .isInstanceOf(BatchTooLarge.class);
    }

    private static String line(String contractNo, String loan, String... repayments) {
        return "{\"contractNo\": \"" + contractNo + "\", \"repayments\": [" + String.join(",", repayments) + "],"
                + loan.substring(1).replace("\n", " ");
    }

    private static BatchOptions options(boolean dryRun, LocalDate complete) {
        return new BatchOptions(dryRun, Optional.ofNullable(complete));
    }

    private UUID run(String body, BatchOptions options, int linesAStep) throws SQLException {
        UUID batch = receive(body, options);
        var claim = claim(batch, 1, options);
        while (step(claim, body, linesAStep)) {
            Object done = credit.database().valueOf("select done_bytes from loan_batch where id = '" + batch + "'");
            Object lines = credit.database().valueOf("select done_lines from loan_batch where id = '" + batch + "'");
            claim = new BatchQueue.Claim(batch, 1, 1, claim.lender(), "bank-a", options, (Long) done, (Integer) lines);
            if ((Long) done >= body.getBytes(StandardCharsets.UTF_8).length) {
                break;
            }
        }
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            BatchQueue.finish(connection, claim);
            connection.commit();
        }
        return batch;
    }

    private UUID receive(String body, BatchOptions options) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return Sql.list(
                            connection,
                            row -> row.getObject(1, UUID.class),
                            """
                            insert into loan_batch (lender_id, account, dry_run, complete_on, state, fence, body_size)
                            select lender_id, name, ?, ?, 'RUNNING', 1, ? from account where name = 'bank-a'
                            returning id""",
                            options.dryRun(),
                            options.complete().orElse(null),
                            body.length())
                    .get(0);
        }
    }

    private BatchQueue.Claim claim(UUID batch, long fence, BatchOptions options) throws SQLException {
        int lender = (Integer) credit.database().valueOf("select lender_id from account where name = 'bank-a'");
        return new BatchQueue.Claim(batch, fence, 1, lender, "bank-a", options, 0, 0);
    }

    private boolean step(BatchQueue.Claim claim, String body, int most) throws SQLException {
        var lines = new BatchLines(blocks(body.getBytes(StandardCharsets.UTF_8)), claim.doneBytes(), claim.doneLines());
        List<BatchLines.Line> some = lines.next(most, Integer.MAX_VALUE);
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            boolean done = BatchQueue.step(connection, claim, BatchStep.of(some), lines.end(), lines.linesRead());
            connection.commit();
            return done;
        }
    }

    private static IntFunction<byte[]> blocks(byte[] body) {
        return number -> {
            int from = number * BatchLines.BLOCK;
            return from >= body.length
                    ? null
                    : Arrays.copyOfRange(body, from, Math.min(body.length, from + BatchLines.BLOCK));
        };
    }

    private String counts(UUID batch) throws SQLException {
        return (String) credit.database()
                .valueOf("select concat_ws(' ', lines, accepted, unchanged, rejected) from loan_batch where id = '"
                        + batch + "'");
    }

    private List<String> errors(UUID batch) throws SQLException {
        return list("select line || ' ' || field || ' ' || code from loan_batch_error where batch_id = '" + batch
                + "' order by line, id");
    }

    private List<String> list(String sql) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            return Sql.list(connection, row -> row.getString(1), sql);
        }
    }
}
