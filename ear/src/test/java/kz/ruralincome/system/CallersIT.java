package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call, how often, and what those get who try other ways in. */
class CallersIT {

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(Map.of("PILOT_RATE_LIMIT", "5"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void nobodyGetsInWithoutASecret() {
        HttpResponse<String> answer = server.get("api/v1/jobs");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(realm -> assertThat(realm).startsWith("Basic"));
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic %%%", "Basic bm9jb2xvbg==", "Bearer abc", "Basic AGEAOmI=", "Basic Og=="})
    void nobodyGetsInWithAHeaderThatMeansNothing(String header) {
        assertThat(server.send(HttpRequest.newBuilder(server.url("api/v1/jobs")).header("Authorization", header))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoGuessesIsSlowedDownAndTheOwnerIsNot() {
        assertThat(server.get("api/v1/lists/members/loads", "registry").statusCode())
                .isEqualTo(200);

        int last = 0;
        for (int attempt = 0; attempt < 8 && last != 429; attempt++) {
            HttpResponse<String> answer = guess("coordinator-bayzak", "guess-" + attempt);
            last = answer.statusCode();
            if (last == 429) {
                assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                        .isPositive();
                assertThat(answer.body()).contains("access.too-many-attempts");
            }
        }
        assertThat(last).isEqualTo(429);
        assertThat(server.get("api/v1/lists/members/loads", "registry").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsGuessedInTheNameOfAMachineIsOnTheAuditTrail() throws SQLException {
        int last = 0;
        for (int attempt = 0; attempt < 8 && last != 429; attempt++) {
            last = guess("spk", "guess-" + attempt).statusCode();
        }
        guess("nobody-at-all", "guess");
        try (var connection = server.database();
                var rows = connection
                        .createStatement()
                        .executeQuery("select string_agg(distinct outcome, ' ' order by outcome),"
                                + " count(*) filter (where account = 'nobody-at-all')"
                                + " from pilot.audit where action = 'call' and account in ('spk', 'nobody-at-all')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("401 429");
            assertThat(rows.getInt(2)).isZero();
        }
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeBack() {
        var answers = IntStream.range(0, 80)
                .parallel()
                .mapToObj(call -> server.get("api/v1/jobs", "akimat"))
                .toList();

        assertThat(answers).anyMatch(answer -> answer.statusCode() == 200);
        var refused =
                answers.stream().filter(answer -> answer.statusCode() == 429).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isPositive();
            assertThat(answer.body()).contains("access.too-many-calls");
        });
        assertThat(server.get("api/v1/jobs", "admin").statusCode()).isEqualTo(200);
    }

    @Test
    void aMachineHasNoPages() {
        String login = Base64.getEncoder()
                .encodeToString(("bank-a:" + RunningServer.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = server.send(
                HttpRequest.newBuilder(server.url("index.xhtml")).header("Authorization", "Basic " + login));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("sign-in"));

        HttpResponse<String> posted = server.signIn("bank-a");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("JSESSIONID"));
    }

    @Test
    void theApiTakesNoSessionHoweverItsAddressIsSpelled() {
        String session = server.session("admin");

        assertThat(raw("GET /index.xhtml", session)).startsWith("HTTP/1.1 200");
        for (String path : new String[] {
            "/api/v1/jobs",
            "/%61pi/v1/jobs",
            "/api;x=1/v1/jobs",
            "/resources/../api/v1/jobs",
            "/%2e/api/v1/jobs",
            "//api/v1/jobs",
            "/account/sign-in.xhtml/../../api/v1/jobs"
        }) {
            assertThat(raw("GET " + path, session)).as(path).doesNotStartWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/resources/../outcome/outcomes.xhtml",
        "/account/sign-in.xhtml;/../../outcome/outcomes.xhtml",
        "/%6futcome/outcomes.xhtml",
        "/outcome/outcomes.xhtml;jsessionid=1",
        "/WEB-INF/web.xml",
        "/WEB-INF/templates/layout.xhtml",
        "/resources/%2e%2e/WEB-INF/web.xml",
        "/META-INF/openapi.yaml",
        "http://localhost/outcome/outcomes.xhtml",
    })
    void noPathLeadsAroundTheSignIn(String path) {
        assertThat(raw("GET " + path, "lang=en")).as(path).doesNotStartWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%zz",
                "/%",
                "/%u0041",
                "/%00",
                "/%c0%af",
                "/%c0%ae%c0%ae/WEB-INF/web.xml",
                "/api/v1/loans/a%2/x",
                "/api/v1/loans/%ff",
                "/api/v1/loans/%ed%a0%80",
                "/api/v1/loans/\u00d0\u00b0",
                "/\u0001",
                "/index.xhtml;a=%zz",
                "/..",
                "/api/v1/../../..",
                "http://localhost/%zz",
                "index.xhtml",
            })
    void aPathThatCannotBeReadIsRefused(String path) {
        assertThat(raw("GET " + path, "lang=en")).as(path).startsWith("HTTP/1.1 400");
    }

    @Test
    void aPathThatIsTooLongIsRefused() {
        assertThat(raw("GET /" + "a".repeat(100_000), "lang=en")).startsWith("HTTP/1.1 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "localhost:zz", "localhost:99999999", "[::1", "localhost\r\nHost: localhost"})
    void aHostThatIsNoneIsRefused(String host) {
        assertThat(send("GET /account/sign-in.xhtml HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void theBodyOfARefusedRequestIsNoRequest() {
        String inside = "GET /account/sign-in.xhtml HTTP/1.1\r\nHost: localhost\r\n\r\n";

        assertThat(send("POST /%zz HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + inside.length() + "\r\n\r\n"
                        + inside))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("200 OK");
    }

    @Test
    void describesItselfInOneDocumentAlone() {
        assertThat(server.get("openapi").statusCode()).isEqualTo(200);
        assertThat(server.get("api/v1/application.wadl", "admin").statusCode()).isEqualTo(404);
        HttpResponse<String> options =
                server.send(server.as("admin", "api/v1/jobs").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(405);
        assertThat(options.body()).contains("request.method");
    }

    private static HttpResponse<String> guess(String account, String secret) {
        String login = Base64.getEncoder().encodeToString((account + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return server.send(HttpRequest.newBuilder(server.url("api/v1/jobs")).header("Authorization", "Basic " + login));
    }

    /** As it stands: a client would tidy the path. */
    private static String raw(String request, String cookie) {
        return send(request + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n");
    }

    /** Each character is a byte. */
    private static String send(String request) {
        try (Socket socket = new Socket("127.0.0.1", server.url().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
