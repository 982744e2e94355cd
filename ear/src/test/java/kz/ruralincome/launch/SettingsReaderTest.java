package kz.ruralincome.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    @Test
    void withoutAnySettingItServesTheSampleRegionOnThisMachine() {
        Settings settings = read(Map.of());

        assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080/");
        assertThat(settings.localUrl()).isEqualTo("http://127.0.0.1:8080/");
        assertThat(settings.embeddedDatabase()).isTrue();
        assertThat(settings.sampleData()).isEqualTo(Settings.SampleData.REGION);
        assertThat(settings.territory()).isEqualTo("310000000");
        assertThat(settings.businessDate()).isEmpty();
    }

    @Test
    void aDatabaseOfOnesOwnGetsNoSamples() {
        assertThat(read(Map.of("PILOT_DB_URL", "jdbc:postgresql://db/pilot")).sampleData())
                .isEqualTo(Settings.SampleData.NONE);
    }

    @Test
    void aSystemPropertyGoesBeforeTheEnvironment() {
        Properties properties = new Properties();
        properties.setProperty("pilot.http.port", "9001");

        assertThat(SettingsReader.read(properties, Map.of("PILOT_HTTP_PORT", "9002"))
                        .httpPort())
                .isEqualTo(9001);
    }

    @Test
    void theRateLimitIsANumberOfCalls() {
        assertThat(read(Map.of("PILOT_RATE_LIMIT", "250")).rateLimit()).hasValue(250);
        assertThatThrownBy(() -> read(Map.of("PILOT_RATE_LIMIT", "0"))).isInstanceOf(StartRefused.class);
    }

    @Test
    void smallGroupsAreNeverSmallerThanThoseOfTheContract() {
        assertThat(read(Map.of()).smallCells()).isEmpty();
        assertThat(read(Map.of("PILOT_SMALL_CELLS", "4")).smallCells()).hasValue(4);
        assertThat(read(Map.of("PILOT_SMALL_CELLS", "99")).smallCells()).hasValue(99);
    }

    @Test
    void anEmptyValueIsUnset() {
        assertThat(read(Map.of("PILOT_HTTP_PORT", "")).httpPort()).isEqualTo(8080);
    }

    @ParameterizedTest
    @CsvSource({
        "http://pilot.example.kz, http://pilot.example.kz/",
        "https://pilot.example.kz/base, https://pilot.example.kz/base/",
    })
    void thePublicUrlEndsInASlash(String given, String kept) {
        assertThat(read(Map.of("PILOT_PUBLIC_URL", given)).publicUrl()).isEqualTo(kept);
    }

    @Test
    void anOpenAddressNeedsTlsOrATrustedProxy() {
        assertThatThrownBy(() -> read(Map.of("PILOT_HTTP_ADDRESS", "0.0.0.0")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("PILOT_HTTP_ADDRESS=0.0.0.0")
                .hasMessageContaining("PILOT_TLS_KEYSTORE");

        assertThat(read(Map.of("PILOT_HTTP_ADDRESS", "0.0.0.0", "PILOT_TRUSTED_PROXIES", "10.0.0.1, ::1"))
                        .trustedProxies())
                .containsExactly("10.0.0.1", "::1");
    }

    @ParameterizedTest
    @CsvSource({
        "PILOT_HTTP_PORT, 0",
        "PILOT_HTTP_PORT, 65536",
        "PILOT_BUSINESS_DATE, 2023-02-30",
        "PILOT_TERRITORY, 31000000",
        "PILOT_SAMPLE_DATA, REGION",
        "PILOT_SMALL_CELLS, 3",
        "PILOT_SMALL_CELLS, 100",
        "PILOT_PUBLIC_URL, ftp://x/",
        "PILOT_ADMIN_PASSWORD, short",
        "PILOT_DB_URL, jdbc:h2:mem:x",
        "PILOT_TLS_KEYSTORE, /nowhere/key.p12",
    })
    void aBadValueNamesItsSetting(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(name);
    }

    @ParameterizedTest
    @CsvSource({
        "PILOT_DB_PASSWORD, PILOT_DB_URL",
        "PILOT_TLS_PASSWORD, PILOT_TLS_KEYSTORE",
        "PILOT_CLUSTER, PILOT_CLUSTER"
    })
    void halfAPairNamesWhatIsMissing(String given, String missing) {
        assertThatThrownBy(() -> read(Map.of(given, "something")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(missing);
    }

    @Test
    void aRefusalIsOneLine() {
        assertThat(new StartRefused("PILOT_X", "first\n  second").getMessage()).isEqualTo("PILOT_X: first second");
    }

    private static Settings read(Map<String, String> environment) {
        return SettingsReader.read(new Properties(), new HashMap<>(environment));
    }
}
