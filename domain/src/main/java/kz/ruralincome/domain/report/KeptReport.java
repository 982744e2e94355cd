package kz.ruralincome.domain.report;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.ruralincome.domain.shared.SmallCellLimit;

/**
 * A report that was drafted, and perhaps approved.
 *
 * @param territory a KATO code or {@code none}; empty: everyone
 * @param knownOn the moment as of which its facts were read
 * @param rules the version of the definitions
 * @param smallCells which groups were withheld in it when it was approved; of a draft nothing yet
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
        SmallCellLimit smallCells,
        Optional<Approval> approval) {

    /** Who answers for it, since when, and what was said. */
    public record Approval(String by, OffsetDateTime at, Optional<String> remark) {}

    public boolean isApproved() {
        return approval.isPresent();
    }

    /** Whether it tells of groups that are small by now, so that those may not read it any more who may see no persons. */
    boolean tellsSmallCells(SmallCellLimit now) {
        return isApproved() && !smallCells.isAtLeast(now);
    }
}
