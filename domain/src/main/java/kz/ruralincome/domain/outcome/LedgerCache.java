package kz.ruralincome.domain.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import kz.ruralincome.domain.movement.Population;

/**
 * Keeps the ledgers that were asked for last: as known on a closed moment they never change, and one serves every territory
 * and district. With every unit of a region in every figure two ledgers take some 2 MB; most take far less.
 */
@ApplicationScoped
public class LedgerCache {

    private static final int KEPT = 32;

    private final Map<Key, Ledgers> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Ledgers> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(Window window, Window before, Population population, Instant knownOn) {}

    /** The ledgers of the key, read now if they are not kept; public for the proxy of the container. */
    public Ledgers get(
            Window window, Window before, Population population, OffsetDateTime knownOn, Supplier<Ledgers> reading) {
        var key = new Key(window, before, population, knownOn.toInstant());
        synchronized (kept) {
            var found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        Ledgers read = reading.get();
        synchronized (kept) {
            kept.put(key, read);
        }
        return read;
    }
}
