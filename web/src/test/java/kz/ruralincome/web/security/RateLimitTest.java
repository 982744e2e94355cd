package kz.ruralincome.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private long now;
    private final RateLimit limit = new RateLimit(10, () -> now);

    @Test
    void letsTwoSecondsOfCallsThroughAtOnce() {
        assertThat(taken("bank-a", 25)).isEqualTo(20);
        assertThat(limit.take("bank-a"))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
    }

    @Test
    void goesOnAtItsPace() {
        taken("bank-a", 25);
        now += Duration.ofSeconds(1).toNanos();

        assertThat(taken("bank-a", 25)).isEqualTo(10);
    }

    @Test
    void savesNothingUpBeyondTheBurst() {
        now += Duration.ofHours(1).toNanos();

        assertThat(taken("bank-a", 100)).isEqualTo(20);
    }

    @Test
    void oneAccountDoesNotUseUpAnothers() {
        taken("bank-a", 100);

        assertThat(limit.take("bank-b")).isEmpty();
    }

    private int taken(String account, int asked) {
        int taken = 0;
        for (int call = 0; call < asked; call++) {
            taken += limit.take(account).isEmpty() ? 1 : 0;
        }
        return taken;
    }
}
