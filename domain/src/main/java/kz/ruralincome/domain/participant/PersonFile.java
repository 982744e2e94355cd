package kz.ruralincome.domain.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is recorded of one person.
 *
 * @param standing what stands now, newest first
 */
public record PersonFile(
        ParticipantSummary summary,
        Optional<LocalDate> birthDate,
        Optional<String> sex,
        Optional<String> phone,
        List<Entry> standing) {

    /**
     * A fact of theirs, or of a household while they are a member.
     *
     * @param list the list that it came with
     * @param to the first day on which it no longer holds; empty: still running
     * @param value its kind or status, as coded
     * @param detail a source, number or amount that goes with it
     */
    public record Entry(
            String list, LocalDate from, Optional<LocalDate> to, Optional<String> value, Optional<String> detail) {}

    /** Without anything of the person, for logs. */
    @Override
    public String toString() {
        return "PersonFile[" + summary + "]";
    }
}
