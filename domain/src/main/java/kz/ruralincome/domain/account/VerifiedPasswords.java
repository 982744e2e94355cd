package kz.ruralincome.domain.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were verified by this node since it started, so that a program's every call does not cost a PBKDF2.
 * Kept is an HMAC of account, hash and password under a key that dies with the process; a changed hash forgets it.
 */
@ApplicationScoped
public class VerifiedPasswords {

    private final byte[] key = new byte[32];
    private final Map<String, byte[]> verified = new ConcurrentHashMap<>();

    public VerifiedPasswords() {
        new SecureRandom().nextBytes(key);
    }

    boolean holds(String account, String password, String hash) {
        byte[] known = verified.get(account);
        return known != null && MessageDigest.isEqual(known, seal(account, password, hash));
    }

    void remember(String account, String password, String hash) {
        verified.put(account, seal(account, password, hash));
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
}
