package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** https with a keystore of the user's own, on every address. */
class TlsIT {

    private static final String PASSWORD = "keystore-password";

    private final Path folder = RunningServer.newDataFolder();

    @Test
    void servesHttpsAloneWithTheKeyItWasGiven() throws Exception {
        KeyStore keystore = keystore(folder.resolve("key.p12"));
        try (RunningServer server = RunningServer.start(
                folder,
                Map.of(
                        "PILOT_HTTP_ADDRESS",
                        "0.0.0.0",
                        "PILOT_TLS_KEYSTORE",
                        folder.resolve("key.p12").toString(),
                        "PILOT_TLS_PASSWORD",
                        PASSWORD))) {
            assertThat(server.url().getScheme()).isEqualTo("https");

            HttpsURLConnection connection =
                    (HttpsURLConnection) server.url("health/ready").toURL().openConnection();
            connection.setSSLSocketFactory(
                    trusting(keystore.getCertificate("pilot")).getSocketFactory());
            connection.setHostnameVerifier((host, session) -> true);
            assertThat(connection.getResponseCode()).isEqualTo(200);
            assertThat(connection.getServerCertificates()[0]).isEqualTo(keystore.getCertificate("pilot"));

            HttpURLConnection plain = (HttpURLConnection)
                    URI.create("http://localhost:" + server.url().getPort() + "/health/ready")
                            .toURL()
                            .openConnection();
            plain.setReadTimeout(20_000);
            assertThatThrownBy(plain::getResponseCode).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aWrongPasswordIsNamed() throws Exception {
        keystore(folder.resolve("key.p12"));
        ServerProcess server = RunningServer.run(
                folder,
                Map.of(
                        "PILOT_TLS_KEYSTORE",
                        folder.resolve("key.p12").toString(),
                        "PILOT_TLS_PASSWORD",
                        "not-the-password"));

        assertThat(server.exit()).isEqualTo(1);
        assertThat(server.output())
                .singleElement()
                .asString()
                .startsWith("Rural Income Pilot cannot start: PILOT_TLS_PASSWORD")
                .doesNotContain("not-the-password");
    }

    /** The JDK makes certificates by its tool only. */
    private static KeyStore keystore(Path file) throws IOException, InterruptedException, GeneralSecurityException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "pilot",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=pilot.example.kz",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.out").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keystore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keystore.load(in, PASSWORD.toCharArray());
        }
        return keystore;
    }

    private static SSLContext trusting(Certificate certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
