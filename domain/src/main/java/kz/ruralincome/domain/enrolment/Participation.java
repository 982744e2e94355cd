package kz.ruralincome.domain.enrolment;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.participant.ParticipantSummary;

/**
 * The part that one person takes, as the facts have it on the business date.
 *
 * @param enrolment the spell that runs or ended last
 * @param suspensions of that spell, the last first
 * @param visit the last finished screening that met them
 * @param wish what the last screening says and nobody has decided yet
 * @param consents those that stand, and what stood before
 */
public record Participation(
        ParticipantSummary person,
        EnrolmentStatus status,
        Optional<Enrolment> enrolment,
        List<Suspension> suspensions,
        Optional<Visit> visit,
        Optional<Wish> wish,
        List<Consent> consents,
        List<Decline> declines) {

    /**
     * A time in the pilot.
     *
     * @param to the first day that it no longer covers; empty: it runs
     * @param registrationDue the day by which they promised to register
     */
    public record Enrolment(
            LocalDate from,
            Optional<LocalDate> to,
            int unit,
            Optional<Integer> direction,
            Optional<LocalDate> registrationDue,
            Optional<String> leftReason,
            Optional<String> coordinator) {

        boolean covers(LocalDate day) {
            return !from.isAfter(day) && to.map(day::isBefore).orElse(true);
        }
    }

    /**
     * A time in which the part rests.
     *
     * @param endReason why it ended
     */
    public record Suspension(LocalDate from, Optional<LocalDate> to, String reason, Optional<String> endReason) {

        boolean covers(LocalDate day) {
            return !from.isAfter(day) && to.map(day::isBefore).orElse(true);
        }
    }

    /**
     * A consent, or what was recorded of one before.
     *
     * @param to the first day on which it no longer holds; empty: without a term
     * @param replaced when and by whom it was superseded; empty: it stands
     */
    public record Consent(
            ConsentScope scope,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<String> document,
            OffsetDateTime recordedAt,
            String recordedBy,
            Optional<OffsetDateTime> replacedAt,
            Optional<String> replacedBy) {

        public boolean stands() {
            return replacedAt.isEmpty();
        }

        /** Whether it holds on the day. */
        public boolean covers(LocalDate day) {
            return stands() && !from.isAfter(day) && to.map(day::isBefore).orElse(true);
        }
    }

    /** A finished screening, as its page calls it. */
    public record Visit(long screening, UUID id, LocalDate seenOn) {}

    /** A wish to take part, said at a screening on that day. */
    public record Wish(long screening, LocalDate seenOn, Optional<Integer> direction) {}

    /** A wish that was turned down. */
    public record Decline(long screening, LocalDate on, String reason, String account) {}
}
