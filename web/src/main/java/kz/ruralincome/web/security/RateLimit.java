package kz.ruralincome.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many calls a second an account may send: {@code PILOT_RATE_LIMIT}, and twice as many at once after a pause. Kept by
 * each node in memory, for accounts that have signed in: nobody else can use up what is theirs.
 */
@ApplicationScoped
public class RateLimit {

    private static final int BURST_SECONDS = 2;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final long nanosPerCall;
    private final LongSupplier clock;

    public RateLimit() {
        this(1);
    }

    @Inject
    public RateLimit(@ConfigProperty(name = "pilot.rate.limit", defaultValue = "500") int callsPerSecond) {
        this(callsPerSecond, System::nanoTime);
    }

    RateLimit(int callsPerSecond, LongSupplier clock) {
        this.nanosPerCall = Duration.ofSeconds(1).toNanos() / callsPerSecond;
        this.clock = clock;
    }

    /** Takes one call of the account; how long to wait when there is none. */
    public Optional<Duration> take(String account) {
        return buckets.computeIfAbsent(account, first -> new Bucket(clock.getAsLong()))
                .take(clock.getAsLong());
    }

    /** Filled by time: {@code paidUntil} is when all calls taken so far are worked off. */
    private final class Bucket {
        private final long burst = Duration.ofSeconds(BURST_SECONDS).toNanos();
        private long paidUntil;

        Bucket(long now) {
            paidUntil = now;
        }

        synchronized Optional<Duration> take(long now) {
            long begin = paidUntil - now > 0 ? paidUntil : now;
            long ahead = begin + nanosPerCall - now - burst;
            if (ahead > 0) {
                return Optional.of(Duration.ofNanos(ahead));
            }
            paidUntil = begin + nanosPerCall;
            return Optional.empty();
        }
    }
}
