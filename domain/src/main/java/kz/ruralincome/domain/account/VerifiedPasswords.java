package kz.ruralincome.domain.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that were verified by this node a few minutes ago, so that a program's every call does not cost a PBKDF2. Kept is
 * an HMAC of account, hash and secret under a key that dies with the process. The hash is read from the database with
 * every call, so a secret that was changed or revoked is worth nothing at once.
 */
@ApplicationScoped
public class VerifiedPasswords {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final byte[] key = new byte[32];
    private final Map<String, Seal> verified = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    public VerifiedPasswords() {
        this(System::nanoTime);
    }

    VerifiedPasswords(LongSupplier clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    boolean holds(String account, String password, String hash) {
        Seal known = verified.get(hash);
        return known != null
                && clock.getAsLong() - known.since < MEMORY.toNanos()
                && MessageDigest.isEqual(known.bytes, seal(account, password, hash));
    }

    void remember(String account, String password, String hash) {
        if (verified.size() >= MOST) {
            verified.clear();
        }
        verified.put(hash, new Seal(seal(account, password, hash), clock.getAsLong()));
    }

    private byte[] seal(String account, String password, String hash) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((account + '\n' + hash + '\n' + password).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has this function", e);
        }
    }

    private record Seal(byte[] bytes, long since) {}
}
