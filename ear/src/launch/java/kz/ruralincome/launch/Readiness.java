package kz.ruralincome.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks the server over HTTP whether it can really serve: {@code /health/ready} is up and the first page answers.
 *
 * <p>Start-up work of the application (the sample region) is part of readiness. When it failed for good, the check says
 * so in a data item named {@code failure}, and waiting ends.
 */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Pattern FAILURE = Pattern.compile("\"failure\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final URI base;
    private final SSLContext tls;

    private Readiness(URI base, SSLContext tls) {
        this.base = base;
        this.tls = tls;
    }

    static Readiness of(Settings settings, KeyStore.PrivateKeyEntry key) throws IOException {
        return new Readiness(URI.create(settings.localUrl()), key == null ? null : trusting(key));
    }

    void await() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!(isReady() && answers())) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("not ready after " + PATIENCE.toMinutes() + " minutes");
            }
            Thread.sleep(100);
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = open("health/ready");
            int status = connection.getResponseCode();
            InputStream body = connection.getErrorStream();
            if (body != null) {
                Matcher failure = FAILURE.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                if (failure.find()) {
                    throw new IllegalStateException("the application's start failed: " + failure.group(1));
                }
            }
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() {
        try {
            int status = open("").getResponseCode();
            return status != HttpURLConnection.HTTP_NOT_FOUND && status < HttpURLConnection.HTTP_INTERNAL_ERROR;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) base.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(60_000);
        connection.setInstanceFollowRedirects(false);
        if (connection instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(tls.getSocketFactory());
            // The certificate names the public host, not the loopback address that is asked here.
            secure.setHostnameVerifier((host, session) -> true);
        }
        return connection;
    }

    private static SSLContext trusting(KeyStore.PrivateKeyEntry key) throws IOException {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(null, null);
            own.setCertificateEntry("own", key.getCertificate());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(own);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
