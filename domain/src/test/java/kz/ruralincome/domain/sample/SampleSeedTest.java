package kz.ruralincome.domain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class SampleSeedTest {

    /** What one seed gave once it gives for ever; whoever changes the sample on purpose writes down the new sum. */
    private static final String SUM = "610361d62acdbfba5ebc5394d89c9746f4c726b833d84eff40ece7677fd0a6cf";

    @Test
    void givesTheSameOnEveryMachine() throws Exception {
        assertThat(sum()).isEqualTo(SUM);
    }

    @Test
    void givesTheSameInEveryLocaleAndZone() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(sum()).isEqualTo(SUM);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String sum() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (SampleFile file : SampleRegion.small(7, 2_000).files()) {
            try (InputStream in = new DigestInputStream(file.open(), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
