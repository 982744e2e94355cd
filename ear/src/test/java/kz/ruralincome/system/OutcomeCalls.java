package kz.ruralincome.system;

import static java.util.Locale.ROOT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Asks a register as large as a region for its figures by the API, and prints how long each answer took beside what is promised. */
final class OutcomeCalls {

    private static final LocalDate MONTH = LocalDate.of(2025, 1, 1);
    private static final int TIMES = 20;

    private final RunningServer server;

    OutcomeCalls(RunningServer server) {
        this.server = server;
    }

    /** @param earlier a moment up to which an earlier movement run had read the facts */
    void measure(String earlier) {
        print("indicators at a month start", 150, TIMES, i -> indicators(MONTH));
        print("districts at a month start", 150, TIMES, i -> "districts?indicator=asp.persons&asOf=" + MONTH);
        print("indicators at another date, each once", 1_500, 10, i -> indicators(MONTH.plusDays(40 + i)));
        print(
                "the same of those of working age",
                1_500,
                5,
                i -> indicators(MONTH.plusDays(80 + i)) + "&population=WORKING_AGE");
        print("movement to another date, each once", 1_500, 10, i -> movement(MONTH.plusDays(40 + i)));
        print(
                "the same, as known on an earlier moment",
                4_000,
                5,
                i -> known(indicators(MONTH.plusDays(60 + i)), earlier));
        print(
                "movement, as known on an earlier moment",
                4_000,
                5,
                i -> known(movement(MONTH.plusDays(60 + i)), earlier));
        print("a year of months, another figure each time", 500, FIGURES.length, i -> year(FIGURES[i]));
        print("a year of months, repeated", 500, TIMES, i -> year(FIGURES[0]));
        report();
    }

    private static final String[] FIGURES = {
        "asp.persons", "entrepreneurs", "selfemployed", "registrations.new", "moved.asp-to-entrepreneur"
    };

    private static String indicators(LocalDate day) {
        return "indicators?asOf=" + day;
    }

    private static String movement(LocalDate day) {
        return "movement?from=" + day.minusYears(1) + "&to=" + day;
    }

    private static String year(String figure) {
        return "trends?indicator=" + figure + "&from=" + MONTH.minusMonths(11) + "&to=" + MONTH;
    }

    private static String known(String question, String moment) {
        return question + "&asKnownOn=" + moment;
    }

    /** Up to when the last movement run had read the facts. */
    static String freshAsOf(RunningServer server) {
        var found = Pattern.compile("\"freshAsOf\":\"([^\"]+)\"")
                .matcher(server.get("api/v1/outcomes/" + indicators(MONTH), "admin")
                        .body());
        if (!found.find()) {
            throw new IllegalStateException("no movement run has ended");
        }
        return found.group(1);
    }

    /** The report of a day that nobody has asked for, as three files. */
    private void report() {
        long begin = System.nanoTime();
        for (String form : new String[] {
            "application/json", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/pdf"
        }) {
            ask("collegium?asOf=2025-04-01", form);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        print("a report in three forms", "%.1f s, %.2f of 10 s".formatted(seconds, seconds / 10));
    }

    private void print(String what, double promised, int times, IntFunction<String> question) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            ask(question.apply(i), "application/json");
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(times * 0.95) - 1];
        print(
                what,
                String.format(
                        ROOT,
                        "median %,.0f ms, p95 %,.0f ms, %.2f of %,.0f",
                        millis[times / 2],
                        p95,
                        p95 / promised,
                        promised));
    }

    private void ask(String question, String form) {
        int status = server.send(
                        server.as("admin", "api/v1/outcomes/" + question).header("Accept", form))
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException(question + ": " + status);
        }
    }

    private static void print(String what, String result) {
        System.out.printf(ROOT, "outcome calls: %-46s %s%n", what, result);
    }
}
