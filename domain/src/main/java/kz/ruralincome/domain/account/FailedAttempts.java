package kz.ruralincome.domain.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Slows down those who guess. Wrong secrets are counted for an account from an address, for an address and for an account;
 * above a number of free ones, each further one doubles the time for which nothing is looked at, up to a minute. A quarter
 * of an hour without a wrong one, and all is forgotten.
 *
 * <p>Whoever signed in to an account from an address a while ago is held up by his own mistakes alone, so that nobody locks
 * a lender out by guessing at its account from elsewhere. Counted on each node by itself, in memory; what is closed stands
 * in {@link SignInHolds} too, for administrators to see and to lift.
 */
@ApplicationScoped
public class FailedAttempts {

    /** In place of an address. */
    static final String EVERYWHERE = "*";

    /** How long wrong secrets are remembered after the last one. */
    static final Duration MEMORY = Duration.ofMinutes(15);

    private static final int FREE_OF_PAIR = 5;
    private static final int FREE_OF_ADDRESS = 30;
    private static final int FREE_OF_ACCOUNT = 50;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 20_000;

    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    private final Map<String, Long> welcome = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    public FailedAttempts() {
        this(System::nanoTime);
    }

    FailedAttempts(LongSupplier clock) {
        this.clock = clock;
    }

    /** How long this account is closed to this address; empty: it is open. */
    public Optional<Duration> closedFor(String account, String address) {
        long now = clock.getAsLong();
        String pair = pair(account, address);
        Stream<String> counted = isKnown(account, address, now)
                ? Stream.of(pair)
                : Stream.of(pair, ofAddress(address), ofAccount(account));
        return counted.map(failures::get)
                .filter(found -> found != null && found.closedUntil - now > 0)
                .map(found -> Duration.ofNanos(found.closedUntil - now))
                .max(Duration::compareTo);
    }

    /**
     * How long the address is closed to an account that nobody signed in to from there; empty: it is open. That is no hold
     * on the account, so no administrator lifts it.
     */
    Optional<Duration> addressClosedFor(String account, String address) {
        long now = clock.getAsLong();
        return isKnown(account, address, now)
                ? Optional.empty()
                : Optional.ofNullable(failures.get(ofAddress(address)))
                        .filter(found -> found.closedUntil - now > 0)
                        .map(found -> Duration.ofNanos(found.closedUntil - now));
    }

    private boolean isKnown(String account, String address, long now) {
        Long seen = welcome.get(pair(account, address));
        return seen != null && now - seen < MEMORY.toNanos();
    }

    /** Counts a wrong secret; gives what of the account is closed by it now. */
    List<Closed> failed(String account, String address) {
        var ofPair = count(pair(account, address), FREE_OF_PAIR);
        count(ofAddress(address), FREE_OF_ADDRESS);
        var everywhere = count(ofAccount(account), FREE_OF_ACCOUNT);
        return Stream.of(closed(address, ofPair), closed(EVERYWHERE, everywhere))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether there were wrong ones from there before, which are forgotten now. */
    boolean succeeded(String account, String address) {
        String pair = pair(account, address);
        makeRoom(welcome);
        welcome.put(pair, clock.getAsLong());
        return failures.remove(pair) != null;
    }

    /** Forgets what was wrong for the account from the address and from everywhere; the address itself stays counted. */
    void forgive(String account, String address) {
        failures.remove(pair(account, address));
        failures.remove(ofAccount(account));
    }

    private Optional<Closed> closed(String address, Failures found) {
        long left = found.closedUntil - clock.getAsLong();
        return left > 0 ? Optional.of(new Closed(address, found.number, Duration.ofNanos(left))) : Optional.empty();
    }

    private Failures count(String key, int free) {
        makeRoom(failures);
        long now = clock.getAsLong();
        return failures.compute(key, (same, before) -> {
            boolean forgotten = before == null || now - before.last > MEMORY.toNanos();
            int number = forgotten ? 1 : before.number + 1;
            long seconds = number < free ? 0 : Math.min(LONGEST.toSeconds(), 1L << Math.min(30, number - free));
            return new Failures(number, now, now + Duration.ofSeconds(seconds).toNanos());
        });
    }

    /** What is old goes; if that is not enough, all does: somebody has made up thousands of names. */
    private void makeRoom(Map<?, ?> map) {
        if (map.size() < MOST) {
            return;
        }
        long now = clock.getAsLong();
        map.values()
                .removeIf(value ->
                        now - (value instanceof Failures found ? found.last : (Long) value) > MEMORY.toNanos());
        if (map.size() >= MOST) {
            map.clear();
        }
    }

    private static String pair(String account, String address) {
        return "pair " + address + ' ' + account;
    }

    private static String ofAddress(String address) {
        return "address " + address;
    }

    private static String ofAccount(String account) {
        return "account " + account;
    }

    /**
     * What is closed by wrong secrets.
     *
     * @param address for whom; {@link #EVERYWHERE}: for everybody who did not sign in before
     * @param failures how many were counted
     */
    record Closed(String address, int failures, Duration left) {}

    /** @param closedUntil on the same clock as {@code last} */
    private record Failures(int number, long last, long closedUntil) {}
}
