package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever keeps the server from starting is said in one line that names the setting, and the exit is not zero. */
class SettingsIT {

    private final Path folder = RunningServer.newDataFolder();

    @ParameterizedTest
    @CsvSource({
        "PILOT_HTTP_PORT, eighty",
        "PILOT_HTTP_ADDRESS, 0.0.0.0",
        "PILOT_HTTP_ADDRESS, 192.0.2.77",
        "PILOT_PUBLIC_URL, pilot",
        "PILOT_SAMPLE_DATA, everything",
        "PILOT_TERRITORY, Zhambyl",
        "PILOT_BUSINESS_DATE, 01.01.2023",
        "PILOT_TRUSTED_PROXIES, proxy.example",
        "PILOT_DB_URL, postgres://localhost/pilot",
        "PILOT_DB_URL, jdbc:postgresql://127.0.0.1:1/pilot",
        "PILOT_CLUSTER, pilot",
        "PILOT_DATA_DIR, /proc/pilot",
        "PILOT_SAMPLE_PASSWORD, short"
    })
    void aBadValueIsNamed(String name, String value) {
        refuses(Map.of(name, value), name);
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            refuses(Map.of("PILOT_HTTP_PORT", Integer.toString(taken.getLocalPort())), "PILOT_HTTP_PORT");
        }
    }

    @Test
    void aFileThatIsNoKeystoreIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("key.p12"), "not a keystore");
        refuses(
                Map.of("PILOT_TLS_KEYSTORE", file.toString(), "PILOT_TLS_PASSWORD", "a-password"),
                "PILOT_TLS_KEYSTORE");
    }

    @Test
    void withoutAccountsAnAdministratorIsAskedFor() {
        refuses(Map.of("PILOT_SAMPLE_DATA", "none"), "PILOT_ADMIN_PASSWORD");
    }

    @Test
    void theDryRunOfAMigrationChangesNothing() {
        ServerProcess first = RunningServer.run(folder, Map.of(), "migrate", "--dry-run");
        ServerProcess second = RunningServer.run(folder, Map.of(), "migrate", "--dry-run");

        assertThat(first.exit()).isZero();
        assertThat(first.output()).anyMatch(line -> line.contains("V001"));
        assertThat(second.output()).isEqualTo(first.output());

        assertThat(RunningServer.run(folder, Map.of(), "migrate").output())
                .singleElement()
                .asString()
                .startsWith("Applied ");
    }

    private void refuses(Map<String, String> settings, String name) {
        ServerProcess server = RunningServer.run(folder, settings);

        assertThat(server.exit()).isEqualTo(1);
        assertThat(server.output()).singleElement().asString().startsWith("Rural Income Pilot cannot start: " + name);
    }
}
