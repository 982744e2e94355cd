package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.CreditFixture.BANK_A;
import static kz.ruralincome.domain.credit.CreditFixture.LOAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoanConcurrencyTest {

    private static final int CALLERS = 6;

    private CreditFixture credit;

    @BeforeEach
    void lenders() throws SQLException {
        credit = CreditFixture.fresh();
    }

    @Test
    void letsOneOfThoseWinWhoMeanTheSameVersion() throws Exception {
        String seen = credit.put(BANK_A, "1", LOAN).loan().etag();

        List<Boolean> won = together(number -> {
            try {
                return credit.put(BANK_A, "1", withOked(number), Optional.of(seen), false)
                        .changed();
            } catch (StaleVersion late) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(credit.database().valueOf("select count(*) from loan_version"))
                .isEqualTo(2L);
    }

    @Test
    void takesAllWhoMeanNoVersionOneAfterTheOther() throws Exception {
        List<Boolean> changed =
                together(number -> credit.put(BANK_A, "1", withOked(number)).changed());

        assertThat(changed).doesNotContain(false);
        assertThat(credit.database().valueOf("select array_agg(no order by no)::text from loan_version"))
                .isEqualTo("{1,2,3,4,5,6}");
        assertThat(credit.database().valueOf("select count(*) from loan_version where superseded_rev is null"))
                .isEqualTo(1L);
    }

    /** A page is left; a change that began before it is committed after it. */
    @Test
    void listsAChangeThatIsCommittedLateOnALaterPage() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        try (Connection slow = credit.database().connect()) {
            slow.setAutoCommit(false);
            CreditFixture.call(
                    slow,
                    BANK_A,
                    desk -> desk.put("2", LoanJson.loan(CreditFixture.bytes(LOAN)), Optional.empty(), false));
            credit.put(BANK_A, "3", LOAN);
            // "2" holds the lock of the watermark from its last statement on: whoever closes it waits
            var page = CompletableFuture.supplyAsync(() -> numbers(null, null, 10));
            while (!credit.database()
                    .valueOf("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .equals(1L)) {
                Thread.onSpinWait();
            }
            slow.commit();

            assertThat(page.join()).containsExactlyInAnyOrder("1", "2", "3");
        }
    }

    @Test
    void pagesThroughLoansWhileOthersComeAndChange() throws SQLException {
        for (int i = 0; i < 10; i++) {
            credit.put(BANK_A, "n" + i, LOAN);
        }
        List<String> seen = new ArrayList<>();
        LoanPage page = credit.list(BANK_A, null, null, null, 3);
        int later = 0;
        while (true) {
            page.items().forEach(item -> seen.add(item.contractNo()));
            if (page.next().isEmpty()) {
                break;
            }
            if (later < 3) {
                credit.put(BANK_A, "late" + later++, LOAN);
                credit.put(BANK_A, "n9", withOked(later));
            }
            page = credit.list(BANK_A, null, null, page.next().get(), 3);
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).hasSize(13);
    }

    @Test
    void listsWhatChangedSinceAMomentAndByStatus() throws SQLException {
        credit.put(BANK_A, "1", LOAN);
        credit.put(BANK_A, "2", LOAN);
        var moment = credit.close();
        credit.repay(BANK_A, "1", "p", "{\"paidOn\": \"2022-04-11\", \"amount\": 100}");
        credit.put(BANK_A, "3", LOAN.replace("ACTIVE", "APPROVED"));

        assertThat(credit.list(BANK_A, moment, null, null, 10).items())
                .extracting(LoanPage.Item::contractNo)
                .containsExactly("1", "3");
        assertThat(credit.list(BANK_A, null, LoanStatus.ACTIVE, null, 10).items())
                .extracting(LoanPage.Item::contractNo)
                .containsExactly("2", "1");
        assertThat(credit.list(CreditFixture.BANK_B, null, null, null, 10).items())
                .isEmpty();
    }

    private List<String> numbers(LoanStatus status, String cursor, int limit) {
        try {
            return credit.list(BANK_A, null, status, cursor, limit).items().stream()
                    .map(LoanPage.Item::contractNo)
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withOked(int number) {
        return LOAN.replace("01410", "0200" + number);
    }

    private <T> List<T> together(java.util.function.IntFunction<T> call) throws Exception {
        var start = new CountDownLatch(1);
        List<CompletableFuture<T>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int number = i;
            var result = new CompletableFuture<T>();
            new Thread(() -> {
                        try {
                            start.await();
                            result.complete(call.apply(number));
                        } catch (Exception e) {
                            result.completeExceptionally(e);
                        }
                    })
                    .start();
            calls.add(result);
        }
        start.countDown();
        List<T> results = new ArrayList<>();
        for (var one : calls) {
            results.add(one.get());
        }
        return results;
    }
}
