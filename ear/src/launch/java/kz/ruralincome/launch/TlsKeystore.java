package kz.ruralincome.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.HexFormat;

/**
 * The key with which the server serves https.
 *
 * <p>Payara wants its key under one alias and with one password for all stores, so the user's file is copied into a
 * store of that form, in the private folder of the instance, under a password that lives only in this process.
 */
final class TlsKeystore {

    private static final String ALIAS = "s1as";

    private TlsKeystore() {}

    /** Opens the user's keystore and gives its key pair; refuses what cannot serve. */
    static KeyStore.PrivateKeyEntry key(Settings settings) {
        Path file = settings.tlsKeystore().orElseThrow();
        char[] password = settings.tlsPassword().orElseThrow().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return (KeyStore.PrivateKeyEntry) store.getEntry(alias, new KeyStore.PasswordProtection(password));
                }
            }
            throw new StartRefused("PILOT_TLS_KEYSTORE=" + file, "holds no private key; export key and certificate");
        } catch (IOException e) {
            if (e.getCause() instanceof GeneralSecurityException) {
                throw new StartRefused(
                        "PILOT_TLS_PASSWORD", "does not open " + file + "; set the keystore's password", e);
            }
            throw new StartRefused("PILOT_TLS_KEYSTORE=" + file, "is not a readable PKCS#12 keystore", e);
        } catch (GeneralSecurityException e) {
            throw new StartRefused(
                    "PILOT_TLS_PASSWORD", "does not open the key in " + file + "; key and store need one password", e);
        }
    }

    /** Puts the key where Payara looks for it. */
    static void install(KeyStore.PrivateKeyEntry key, Path instance) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path own = instance.resolve("tls.p12");
        Path trusted = instance.resolve("trust.p12");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key.getPrivateKey(), password.toCharArray(), key.getCertificateChain());
            write(store, own, password);
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            int number = 0;
            for (Certificate certificate : key.getCertificateChain()) {
                trust.setCertificateEntry("chain-" + number++, certificate);
            }
            write(trust, trusted, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        System.setProperty("javax.net.ssl.keyStore", own.toString());
        System.setProperty("javax.net.ssl.keyStorePassword", password);
        System.setProperty("javax.net.ssl.keyStoreType", "PKCS12");
        System.setProperty("javax.net.ssl.trustStore", trusted.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", password);
        System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
    }

    private static void write(KeyStore store, Path file, String password) throws IOException, GeneralSecurityException {
        try (var out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
    }
}
