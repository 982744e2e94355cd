package kz.ruralincome.web.rest.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the caller wants to wait for the end (RFC 7240). */
public record Preference(int seconds) {

    /** A thread is held meanwhile. */
    private static final int LONGEST = 300;

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,6})", Pattern.CASE_INSENSITIVE);

    /** The wish in a {@code Prefer} header, if there is one. */
    public static Optional<Preference> of(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher wait = WAIT.matcher(header);
        return wait.find()
                ? Optional.of(new Preference(Math.min(LONGEST, Integer.parseInt(wait.group(1)))))
                : Optional.empty();
    }

    public Duration longest() {
        return Duration.ofSeconds(seconds);
    }

    /** For the header {@code Preference-Applied}. */
    public String applied() {
        return "wait=" + seconds;
    }
}
