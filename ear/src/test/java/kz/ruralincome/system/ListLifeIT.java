package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The life of a list over HTTP: sent, sent again, held, confirmed, withdrawn, and cut off by the end of the server. */
class ListLifeIT {

    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "HELD", "WITHDRAWN");
    private static final int MANY = 120_000;
    private static final int HELD_FROM = 30;
    private static final int LOANS = 15_000;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void goodRowsGoInAndBadOnesAreNamedInTheLanguageOfTheCaller() {
        String file = "household_no,kato\nL-1,313633000\nL-2,999999999\n";

        JsonObject load = sent("registry", "households", file, "ru");

        assertThat(load.get("state").getAsString()).isEqualTo("DONE");
        assertThat(load.get("accepted").getAsInt()).isEqualTo(1);
        assertThat(load.get("rejected").getAsInt()).isEqualTo(1);
        JsonObject error = load.getAsJsonArray("errors").get(0).getAsJsonObject();
        assertThat(error.get("row").getAsInt()).isEqualTo(2);
        assertThat(error.get("column").getAsString()).isEqualTo("kato");
        assertThat(error.get("code").getAsString()).isEqualTo("kato.unknown");
        assertThat(error.get("message").getAsString()).matches(".*[а-яё]{3}.*");

        String own = "api/v1/lists/households/loads/" + load.get("id").getAsString();
        assertThat(server.get(own + "/errors.csv", "registry").body()).contains("2,kato,kato.unknown,");
        String kazakh = server.send(server.as("registry", own).header("Accept-Language", "kk"))
                .body();
        assertThat(kazakh).matches("(?s).*[әғқңөұүһі].*");

        JsonObject again = sent("registry", "households", file, "en");
        assertThat(again.get("unchanged").getAsInt()).isEqualTo(1);
        assertThat(again.get("accepted").getAsInt()).isZero();
    }

    @Test
    void aFileThatNobodyCanReadIsFailedAsAWhole() {
        JsonObject load = sent("registry", "households", "household_no,kato\n\"L-9,313633000\nL-8,313633000\n", "en");

        assertThat(load.get("state").getAsString()).isEqualTo("FAILED");
        JsonObject error = load.getAsJsonArray("errors").get(0).getAsJsonObject();
        assertThat(error.get("row").getAsInt()).isZero();
        assertThat(error.get("code").getAsString()).isEqualTo("file.unreadable");
    }

    @Test
    void aTruncatedSnapshotWaitsForAnotherAccountAndCanBeTakenBack() {
        String assistance = SmallRegister.sendFamiliesOnAssistance(server, HELD_FROM);
        String cut = "household_no,kind,monthly_amount\nH-0,CONDITIONAL,20000\n";

        JsonObject held = sent("registry", "assistance?snapshot=2022-10-01&kato=313633000", cut, "kk");

        assertThat(held.get("state").getAsString()).isEqualTo("HELD");
        String path = "api/v1/lists/assistance/loads/" + held.get("id").getAsString();
        assertThat(post("registry", path + "/confirmation").statusCode())
                .as("who sent it does not confirm it")
                .isEqualTo(403);

        assertThat(post("admin", path + "/confirmation").statusCode()).isBetween(200, 299);
        JsonObject confirmed = ended("admin", path);
        assertThat(confirmed.get("state").getAsString()).isEqualTo("DONE");
        assertThat(confirmed.get("ended").getAsInt()).isEqualTo(HELD_FROM - 1);

        assertThat(post("coordinator", path + "/withdrawal").statusCode()).isBetween(200, 299);
        assertThat(ended("admin", path).get("state").getAsString()).isEqualTo("WITHDRAWN");
        JsonObject whole = sent("registry", "assistance", assistance, "en");
        assertThat(whole.get("unchanged").getAsInt())
                .as("what stood before the snapshot stands again")
                .isEqualTo(HELD_FROM);
    }

    /** A batch of loans goes through the same death, since a server costs seconds. */
    @Test
    void aLoadThatIsCutOffIsFinishedOrUndoneAndSaysSoAndABatchOfLoansIsFinished() {
        String file = manyHouseholds();
        RunningServer first = RunningServer.start(Map.of());
        try {
            String batch = begunBatch(first);
            assertThat(json(first.get(batch, "bank-a")).get("endedAt").isJsonNull())
                    .as("the batch is killed in its middle")
                    .isTrue();
            first.kill();
            try (RunningServer second = RunningServer.start(first.dataFolder(), Map.of())) {
                assertAllLoansAreThere(second, batch);
                String killed = begun(second, file);
                second.kill();
                try (RunningServer third = RunningServer.start(first.dataFolder(), Map.of())) {
                    assertWhole(third, killed);
                    String signalled = begun(third, file.replace("\nM-", "\nN-"));
                    assertThat(third.stop()).isIn(0, 143);
                    assertGoesOn(first, signalled, file);
                }
            }
        } finally {
            first.close();
        }
    }

    private static void assertGoesOn(RunningServer first, String signalled, String file) {
        try (RunningServer last = RunningServer.start(first.dataFolder(), Map.of())) {
            assertWhole(last, signalled);
            JsonObject again = sent(last, "registry", "households", file, "en");
            assertThat(again.get("state").getAsString()).isEqualTo("DONE");
            assertThat(again.get("accepted").getAsInt() + again.get("unchanged").getAsInt())
                    .isEqualTo(MANY);
        }
    }

    /** Sends many loans and waits only until some of them have been taken. */
    private static String begunBatch(RunningServer server) {
        StringBuilder lines = new StringBuilder();
        for (int loan = 0; loan < LOANS; loan++) {
            lines.append(LoanBatchesIT.line("K-" + loan));
        }
        HttpResponse<String> answer = server.send(server.as("bank-a", "api/v1/loan-batches")
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", "killed")
                .POST(BodyPublishers.ofString(lines.toString())));
        assertThat(answer.statusCode()).isEqualTo(202);
        String place = ApiContract.header(answer, "Location");
        String path = place.substring(place.indexOf("api/v1"));
        while (json(server.get(path, "bank-a")).get("accepted").getAsInt() == 0) {
            ServerProcess.pause();
        }
        return path;
    }

    /** Each line once: those taken before the death and those after it. */
    private static void assertAllLoansAreThere(RunningServer server, String path) {
        Instant patience = Instant.now().plus(Duration.ofMinutes(2));
        JsonObject batch = json(server.get(path, "bank-a"));
        while (batch.get("endedAt").isJsonNull() && Instant.now().isBefore(patience)) {
            ServerProcess.pause();
            batch = json(server.get(path, "bank-a"));
        }
        assertThat(batch.get("state").getAsString()).isEqualTo("DONE");
        assertThat(batch.get("accepted").getAsInt()).isEqualTo(LOANS);
        assertThat(batch.get("rejected").getAsInt()).isZero();
        for (int loan : new int[] {0, LOANS / 2, LOANS - 1}) {
            assertThat(server.get("api/v1/loans/K-" + loan, "bank-a").statusCode())
                    .isEqualTo(200);
        }
    }

    private static String manyHouseholds() {
        StringBuilder file = new StringBuilder("household_no,kato\n");
        for (int household = 0; household < MANY; household++) {
            file.append("M-").append(household).append(",313633000\n");
        }
        return file.toString();
    }

    /** Sends the file and waits only until somebody works on it. */
    private static String begun(RunningServer server, String file) {
        HttpResponse<String> answer = server.send(server.as("registry", "api/v1/lists/households")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file)));
        assertThat(answer.statusCode()).isEqualTo(202);
        String path = "api/v1/lists/households/loads/" + json(answer).get("id").getAsString();
        while (json(server.get(path, "registry")).get("state").getAsString().equals("RECEIVED")) {
            ServerProcess.pause();
        }
        return path;
    }

    /** All of its rows went in, or none and the load says that it was interrupted. */
    private static void assertWhole(RunningServer server, String path) {
        JsonObject load = ended(server, "registry", path);
        if (load.get("state").getAsString().equals("FAILED")) {
            JsonObject error = load.getAsJsonArray("errors").get(0).getAsJsonObject();
            assertThat(error.get("row").getAsInt()).isZero();
            assertThat(error.get("code").getAsString()).isEqualTo("load.interrupted");
        } else {
            assertThat(load.get("state").getAsString()).isEqualTo("DONE");
            assertThat(load.get("accepted").getAsInt()).isEqualTo(MANY);
        }
    }

    private static JsonObject sent(String account, String list, String file, String language) {
        return sent(server, account, list, file, language);
    }

    private static JsonObject sent(RunningServer to, String account, String list, String file, String language) {
        HttpResponse<String> answer = to.send(to.as(account, "api/v1/lists/" + list)
                .header("Content-Type", "text/csv")
                .header("Accept-Language", language)
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString(file)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer);
    }

    private static HttpResponse<String> post(String account, String path) {
        return server.send(server.as(account, path).POST(BodyPublishers.noBody()));
    }

    private static JsonObject ended(String account, String path) {
        return ended(server, account, path);
    }

    private static JsonObject ended(RunningServer at, String account, String path) {
        Instant patience = Instant.now().plus(Duration.ofMinutes(2));
        JsonObject load = json(at.get(path, account));
        while (!ENDED.contains(load.get("state").getAsString()) && Instant.now().isBefore(patience)) {
            ServerProcess.pause();
            load = json(at.get(path, account));
        }
        return load;
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
