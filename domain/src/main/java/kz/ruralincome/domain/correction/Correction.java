package kz.ruralincome.domain.correction;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A correction of one fact, with what has become of it.
 *
 * @param person stands in addresses
 * @param name of the person as last listed; empty when none was
 * @param fact the version of the fact that it puts right
 * @param before what the fact said, by the headings of its list
 * @param after what it is to say; empty: it never was
 * @param reports the approved ones that may hold a figure of it; none: it needs no second account
 * @param decision by whom, when, and why if it was refused; empty: it waits, or was written at once
 */
public record Correction(
        long id,
        UUID person,
        String name,
        Optional<Integer> territory,
        String list,
        long fact,
        Map<String, String> before,
        Optional<Map<String, String>> after,
        String reason,
        String document,
        List<Report> reports,
        CorrectionState state,
        String proposedBy,
        OffsetDateTime proposedAt,
        Optional<Decision> decision) {

    public Correction {
        before = Map.copyOf(before);
        after = after.map(Map::copyOf);
        reports = List.copyOf(reports);
    }

    /**
     * An approved report.
     *
     * @param territory a KATO code or {@code none}; empty: everyone
     */
    public record Report(int id, LocalDate asOf, Optional<String> territory) {}

    /** What a second account said; of one that was taken back, its own author. */
    public record Decision(String by, OffsetDateTime at, Optional<String> reason) {}

    public boolean isOpen() {
        return state == CorrectionState.PROPOSED;
    }

    /** Without anything of the person, for logs. */
    @Override
    public String toString() {
        return "Correction[" + id + "]";
    }
}
