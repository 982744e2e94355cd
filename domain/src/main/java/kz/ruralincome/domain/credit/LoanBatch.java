package kz.ruralincome.domain.credit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Many loans of one lender that came in one body. {@code RECEIVING} while the body comes in, then {@code RECEIVED} until
 * its turn comes, {@code RUNNING} while its lines are taken one after the other, and at the end {@code DONE}; {@code FAILED}
 * only if the program gave up. What a line did stays done, whatever becomes of the rest.
 *
 * @param complete the day for which the lender says that these are all its open loans
 * @param percent how much of the body is done
 * @param lines how many were looked at, blank ones apart: accepted, unchanged and rejected together
 * @param resumed how often it was taken up again where it had stopped, after a server was killed
 * @param error a code, when FAILED
 */
public record LoanBatch(
        UUID id,
        State state,
        boolean dryRun,
        Optional<LocalDate> complete,
        OffsetDateTime receivedAt,
        Optional<OffsetDateTime> startedAt,
        Optional<OffsetDateTime> endedAt,
        int percent,
        int lines,
        int accepted,
        int unchanged,
        int rejected,
        int resumed,
        Optional<String> error) {

    /** How it stands. */
    public enum State {
        RECEIVING,
        RECEIVED,
        RUNNING,
        DONE,
        FAILED;

        /** Whether nothing more happens to it. */
        public boolean isAtRest() {
            return this == DONE || this == FAILED;
        }
    }

    /** Why a line was rejected; it may be rejected for several reasons. The arguments are what the code's sentence needs. */
    public record Error(int line, String field, String code, java.util.List<Object> arguments) {}

    /** An open loan that a batch said to be complete does not name. */
    public record Finding(String contractNo, String code) {}
}
