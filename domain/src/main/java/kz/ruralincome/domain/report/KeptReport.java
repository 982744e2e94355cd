package kz.ruralincome.domain.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A report that was drafted, and perhaps approved.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param knownOn the moment as of which its facts were read
 * @param rules the version of the definitions
 * @param approval empty: a draft
 */
public record KeptReport(
        int id,
        LocalDate asOf,
        LocalDate flowFrom,
        Optional<String> territory,
        OffsetDateTime knownOn,
        String rules,
        String draftedBy,
        OffsetDateTime draftedAt,
        Optional<Approval> approval) {

    /** Who answers for it, since when, and what was said. */
    public record Approval(String by, OffsetDateTime at, Optional<String> remark) {}

    public boolean isApproved() {
        return approval.isPresent();
    }
}
