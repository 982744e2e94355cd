package kz.ruralincome.domain.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    private static final String SUM = "18a0b5924e1082a51ac46bf5d7214fc8e61b48527bff61bc150c025aca2c74c7";

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
        SampleRegion region = SampleRegion.small(7, 2_000);
        for (SampleFile file : region.files()) {
            digest(file.open(), digest);
        }
        for (SampleLoanBatch batch : region.loanBatches()) {
            digest(batch.open(), digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void digest(InputStream content, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(content, digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
