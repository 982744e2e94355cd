package kz.ruralincome.web.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTest {

    @Test
    void carriesWhatTheViewShowsAndNothingEmpty() {
        var address = Address.of("outcomes.xhtml")
                .with("asOf", "2023-01-01")
                .with("territory", "")
                .with("population", null)
                .with("asKnownOn", "2023-01-01T10:00:00+05:00");

        assertThat(address).hasToString("outcomes.xhtml?asOf=2023-01-01&asKnownOn=2023-01-01T10%3A00%3A00%2B05%3A00");
        assertThat(address.with("asOf", null).with("asKnownOn", null)).hasToString("outcomes.xhtml");
    }
}
