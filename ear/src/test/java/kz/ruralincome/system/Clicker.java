package kz.ruralincome.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** A signed-in person who opens pages, without the cost of a browser. */
final class Clicker {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");

    private final RunningServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Clicker(RunningServer server) {
        this.server = server;
    }

    static Clicker signIn(RunningServer server, String account) {
        var clicker = new Clicker(server);
        Matcher state = VIEW_STATE.matcher(clicker.open("account/sign-in.xhtml").text());
        if (!state.find()) {
            throw new IllegalStateException("the page to sign in has no form");
        }
        clicker.post(
                "account/sign-in.xhtml",
                "sign-in",
                state.group(1),
                "sign-in:name",
                account,
                "sign-in:password",
                RunningServer.PASSWORD,
                "sign-in:submit",
                "");
        return clicker;
    }

    /**
     * What came of opening a page.
     *
     * @param address where redirects have led
     * @param bytes of the body as it was sent, packed
     * @param millis until its last byte
     */
    record Opened(URI address, int status, String text, int bytes, double millis) {}

    Opened open(String path) {
        return sent(HttpRequest.newBuilder(server.url(path)).header("Accept", "text/html"));
    }

    /** Fills in the form of a page that is open and sends it. */
    Opened submit(Opened page, String path, String form, String... fields) {
        Matcher state = VIEW_STATE.matcher(page.text());
        if (!state.find()) {
            throw new IllegalStateException(path + " has no form");
        }
        return post(path, form, state.group(1), fields);
    }

    private Opened post(String path, String form, String state, String... fields) {
        List<String> all = new ArrayList<>(List.of(form, form, "jakarta.faces.ViewState", state));
        all.addAll(List.of(fields));
        return post(path, all);
    }

    /** @param fields names and values, by turns */
    Opened post(String path, List<String> fields) {
        var body = new StringBuilder();
        for (int field = 0; field < fields.size(); field += 2) {
            append(body, fields.get(field), fields.get(field + 1));
        }
        return sent(HttpRequest.newBuilder(server.url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private String origin() {
        String url = server.url().toString();
        return url.substring(0, url.length() - 1);
    }

    private static void append(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private Opened sent(HttpRequest.Builder request) {
        try {
            long begin = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(
                    request.header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - begin) / 1e6;
            byte[] body = answer.body();
            boolean isPacked =
                    answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            byte[] text = isPacked ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body;
            return new Opened(
                    answer.uri(), answer.statusCode(), new String(text, StandardCharsets.UTF_8), body.length, millis);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
