package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthIT {

    private final RunningServer server = RunningServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"health/ready", "health/live", "metrics", "openapi"})
    void answersWithoutALogin(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void isReadyOnceTheLineIsPrinted() {
        assertThat(server.get("health/ready").body()).contains("\"status\":\"UP\"");
        assertThat(server.output())
                .filteredOn(line -> line.contains("ready at"))
                .singleElement()
                .satisfies(line ->
                        assertThat(line).matches("Rural Income Pilot ready at http://localhost:[0-9]+/ in [0-9]+ ms"));
    }

    @Test
    void aPageAnswersThroughTheApplication() {
        assertThat(server.get("").statusCode()).isIn(200, 302);
    }

    @Test
    void nothingTellsWhichServerThisIs() {
        assertThat(server.get("health/ready").headers().map()).doesNotContainKeys("server", "x-powered-by");
    }
}
