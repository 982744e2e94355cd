package kz.ruralincome.web.rest.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class CarriedTest {

    private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-11-24T14:00:00.12+05:00");

    @Test
    void givesMomentsToTheMicrosecondInUniversalTime() {
        assertThat(Carried.text(MOMENT)).isEqualTo("2026-11-24T09:00:00.120000Z");
    }

    @Test
    void namesHeadersAfterTheFields() {
        assertThat(Carried.headerOf("asKnownOn")).isEqualTo("X-Pilot-As-Known-On");
        assertThat(Carried.headerOf("rules")).isEqualTo("X-Pilot-Rules");
    }
}
