package kz.ruralincome.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedAttemptsTest {

    private long now = 1_000_000;
    private final FailedAttempts attempts = new FailedAttempts(() -> now);

    @Test
    void aFewWrongOnesCostNothing() {
        fail("bank-a", "192.0.2.1", 4);

        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).isEmpty();
    }

    @Test
    void eachFurtherOneDoublesTheWaitUpToAMinute() {
        fail("bank-a", "192.0.2.1", 5);
        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).hasValue(Duration.ofSeconds(1));
        fail("bank-a", "192.0.2.1", 2);
        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).hasValue(Duration.ofSeconds(4));
        fail("bank-a", "192.0.2.1", 20);
        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void theWaitEndsAndAllIsForgottenAfterAQuarterOfAnHour() {
        fail("bank-a", "192.0.2.1", 7);
        pass(Duration.ofSeconds(5));
        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).isEmpty();

        pass(Duration.ofMinutes(16));
        fail("bank-a", "192.0.2.1", 1);
        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).isEmpty();
    }

    @Test
    void guessingAtAnAccountFromElsewhereDoesNotLockItsOwnerOut() {
        attempts.succeeded("bank-a", "203.0.113.5");
        for (int address = 0; address < 60; address++) {
            fail("bank-a", "192.0.2." + address, 1);
        }

        assertThat(attempts.closedFor("bank-a", "192.0.2.99")).isPresent();
        assertThat(attempts.closedFor("bank-a", "203.0.113.5")).isEmpty();
    }

    @Test
    void anAddressThatTriesManyNamesIsHeldUp() {
        for (int name = 0; name < 30; name++) {
            fail("name-" + name, "192.0.2.1", 1);
        }
        attempts.forgive("another", "192.0.2.1");

        assertThat(attempts.addressClosedFor("another", "192.0.2.1")).isPresent();
        assertThat(attempts.addressClosedFor("another", "192.0.2.2")).isEmpty();

        assertThat(attempts.closedFor("another", "192.0.2.1")).isPresent();
        assertThat(attempts.closedFor("another", "192.0.2.2")).isEmpty();
    }

    @Test
    void successForgivesTheMistakesOfThePair() {
        fail("bank-a", "192.0.2.1", 4);
        attempts.succeeded("bank-a", "192.0.2.1");
        fail("bank-a", "192.0.2.1", 4);

        assertThat(attempts.closedFor("bank-a", "192.0.2.1")).isEmpty();
    }

    @Test
    void sayWhatTheyHaveClosed() {
        fail("akimat", "192.0.2.1", 4);
        assertThat(attempts.failed("akimat", "192.0.2.1"))
                .containsExactly(new FailedAttempts.Closed("192.0.2.1", 5, Duration.ofSeconds(1)));
        for (int address = 0; address < 44; address++) {
            fail("akimat", "198.51.100." + address, 1);
        }
        assertThat(attempts.failed("akimat", "203.0.113.1"))
                .containsExactly(new FailedAttempts.Closed("*", 50, Duration.ofSeconds(1)));
    }

    @Test
    void onceForgivenBeginAnewForTheAccountAndNotForTheAddress() {
        fail("akimat", "192.0.2.1", 30);
        attempts.forgive("akimat", "192.0.2.1");

        assertThat(attempts.closedFor("akimat", "192.0.2.1"))
                .as("the address has tried too often, whatever it tried")
                .hasValue(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(2));
        assertThat(attempts.closedFor("akimat", "192.0.2.1")).isEmpty();
    }

    @Test
    void madeUpNamesDoNotFillTheMemory() {
        for (int name = 0; name < 100_000; name++) {
            attempts.failed("name-" + name, "192.0.2." + name);
        }
        assertThat(attempts.closedFor("name-1", "203.0.113.1")).isEmpty();
    }

    private void fail(String account, String address, int times) {
        for (int time = 0; time < times; time++) {
            attempts.failed(account, address);
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
