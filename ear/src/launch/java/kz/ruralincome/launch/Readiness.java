package kz.ruralincome.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
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
    private final HttpClient client;

    private Readiness(URI base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    static Readiness of(Settings settings, KeyStore.PrivateKeyEntry key) throws IOException {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER);
        if (key != null) {
            SSLParameters parameters = new SSLParameters();
            // The certificate names the public host, not the loopback address that is asked here.
            parameters.setEndpointIdentificationAlgorithm("");
            client.sslContext(trusting(key)).sslParameters(parameters);
        }
        return new Readiness(URI.create(settings.localUrl()), client.build());
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

    private boolean isReady() throws InterruptedException {
        try {
            HttpResponse<String> response = get("health/ready");
            Matcher failure = FAILURE.matcher(response.body());
            if (response.statusCode() != 200 && failure.find()) {
                throw new IllegalStateException("the application's start failed: " + failure.group(1));
            }
            return response.statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            int status = get("").statusCode();
            return status != 404 && status < 500;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
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
