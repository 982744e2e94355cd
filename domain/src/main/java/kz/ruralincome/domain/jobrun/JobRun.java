package kz.ruralincome.domain.jobrun;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One run of a job. It is RUNNING while its lease is renewed, and ends DONE together with what it wrote, or FAILED without;
 * it is never taken up again.
 *
 * @param fence greater for every later claim
 * @param counts what was done, by name
 * @param error a code such as {@code job.lease-lost}, or what the database said
 */
public record JobRun(
        UUID id,
        String job,
        LocalDate businessDate,
        Kind kind,
        boolean full,
        State state,
        OffsetDateTime startedAt,
        Optional<OffsetDateTime> endedAt,
        String node,
        long fence,
        Map<String, Long> counts,
        Optional<String> error) {

    /** Why it runs. */
    public enum Kind {
        SCHEDULED,
        ON_DEMAND
    }

    /** How it stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
