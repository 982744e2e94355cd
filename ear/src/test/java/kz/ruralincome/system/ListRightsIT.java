package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees the loads of a coordinator of Bayzak, maps their headings and mends their rows. */
class ListRightsIT {

    private static final String OWNER = "coordinator-bayzak";
    private static final String NEIGHBOUR = "coordinator-elsewhere";

    private static RunningServer server;

    /** A file with headings of its own, and one with a row that was rejected. */
    private static String unmapped;

    private static String rejected;

    @BeforeAll
    static void send() throws SQLException {
        server = RunningServer.shared();
        try (var connection = server.database()) {
            connection.createStatement().executeUpdate("""
                    insert into pilot.account (name, role, unit_id, password_hash)
                    select '%s', role, 316600000, password_hash from pilot.account where name = '%s'
                    on conflict (name) do nothing""".formatted(NEIGHBOUR, OWNER));
        }
        unmapped = sent("Номер,Село\nRIGHTS-1,313633000\n", "FAILED");
        rejected = sent("household_no,kato\nRIGHTS-1,999999999\n", "DONE");
    }

    private static String sent(String file, String state) {
        HttpResponse<String> answer = server.send(server.as(OWNER, "api/v1/lists/households")
                .header("Content-Type", "text/csv")
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString(file)));
        var load = JsonParser.parseString(answer.body()).getAsJsonObject();
        assertThat(load.get("state").getAsString()).isEqualTo(state);
        return load.get("id").getAsString();
    }

    private static String named(String path) {
        return path.replace("UNMAPPED", unmapped).replace("REJECTED", rejected);
    }

    @ParameterizedTest
    @CsvSource({
        "intake/load.xhtml?id=REJECTED,  200, 404, 200",
        "intake/load.xhtml?id=UNMAPPED,  200, 404, 200",
        "intake/progress?id=REJECTED,    200, 404, 200",
        "intake/map.xhtml?id=UNMAPPED,   200, 404, 403",
        "intake/mend.xhtml?id=REJECTED,  200, 404, 404",
        "intake/rejected?id=REJECTED,    200, 404, 404",
        "intake/errors.csv?id=REJECTED,  200, 404, 403",
        "intake/mappings.xhtml,          200, 200, 403",
    })
    void openToTheOwnDistrictAlone(String path, int own, int neighbour, int akimat) {
        assertThat(page(OWNER, named(path)).statusCode()).isEqualTo(own);
        assertThat(page(NEIGHBOUR, named(path)).statusCode()).isEqualTo(neighbour);
        assertThat(page("akimat", named(path)).statusCode()).isEqualTo(akimat);
        HttpResponse<String> bank = server.get(named(path), "bank-a");
        assertThat(bank.statusCode()).as("a machine has no pages").isEqualTo(302);
        assertThat(bank.headers().firstValue("Location").orElse("")).contains("sign-in");
    }

    @Test
    void showAkimatStaffNoCells() {
        assertThat(page(OWNER, named("intake/load.xhtml?id=REJECTED")).body()).contains("999999999");
        assertThat(page("akimat", named("intake/load.xhtml?id=REJECTED")).body())
                .doesNotContain("999999999");
        assertThat(server.get(named("api/v1/lists/households/loads/REJECTED"), "akimat")
                        .body())
                .contains("kato.unknown")
                .doesNotContain("999999999");
    }

    @ParameterizedTest
    @CsvSource({
        "intake/mending, id=REJECTED&action=send&cell.1.kato=313633000, 404, 404",
        "intake/mapping, id=UNMAPPED&action=send, 404, 403",
    })
    void takeNothingFromOthers(String path, String form, int neighbour, int akimat) {
        assertThat(posted(NEIGHBOUR, path, named(form))).isEqualTo(neighbour);
        assertThat(posted("akimat", path, named(form))).isEqualTo(akimat);
    }

    @ParameterizedTest
    @CsvSource({
        "loads/REJECTED, 200, 404, 200, 403",
        "loads/REJECTED/errors.csv, 200, 404, 403, 403",
        "loads/REJECTED/file, 200, 404, 403, 403",
    })
    void openOverTheApiLikewise(String path, int own, int neighbour, int akimat, int bank) {
        String address = "api/v1/lists/households/" + named(path);
        assertThat(Stream.of(OWNER, NEIGHBOUR, "akimat", "bank-a")
                        .map(account -> server.get(address, account).statusCode()))
                .containsExactly(own, neighbour, akimat, bank);
    }

    @ParameterizedTest
    @CsvSource({"withdrawal", "confirmation"})
    void areAnsweredForByNoneOfThem(String step) {
        String address = named("api/v1/lists/households/loads/REJECTED/" + step);
        assertThat(Stream.of(OWNER, NEIGHBOUR, "akimat", "bank-a")
                        .map(account -> server.send(server.as(account, address).POST(BodyPublishers.noBody()))
                                .statusCode()))
                .containsExactly(403, 404, 403, 403);
    }

    @Test
    void areListedForThoseAloneWhoMayOpenThem() {
        assertThat(server.get("api/v1/lists/households/loads", OWNER).body()).contains(rejected, unmapped);
        for (String other : List.of(NEIGHBOUR, "registry")) {
            HttpResponse<String> listed = server.get("api/v1/lists/households/loads", other);
            assertThat(listed.statusCode()).isEqualTo(200);
            assertThat(listed.body()).doesNotContain(rejected, unmapped);
        }
        assertThat(page(NEIGHBOUR, "intake/lists.xhtml").body()).doesNotContain(rejected, unmapped);
        assertThat(server.get("api/v1/lists/households/loads", "bank-a").statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> page(String account, String path) {
        return server.send(HttpRequest.newBuilder(server.url(path)).header("Cookie", server.session(account)));
    }

    private static int posted(String account, String path, String form) {
        return server.send(HttpRequest.newBuilder(server.url(path))
                        .header("Cookie", server.session(account))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.ofString(form)))
                .statusCode();
    }
}
