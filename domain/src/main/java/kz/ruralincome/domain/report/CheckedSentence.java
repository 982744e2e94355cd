package kz.ruralincome.domain.report;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.Verdict;

/**
 * A sentence of a report and what the program makes of it.
 *
 * @param account who put it in
 * @param statements each with its verdict: of a draft as known on its moment, of an approved report as it was approved
 * @param acknowledgement why it stands although it does not agree with the register
 */
public record CheckedSentence(
        int id,
        Sentence sentence,
        String account,
        OffsetDateTime recordedAt,
        List<CheckedStatement> statements,
        Optional<Acknowledgement> acknowledgement) {

    /** Who let a sentence stand, and why. */
    public record Acknowledgement(String by, String reason) {}

    /** Whether a number of it is another one by the register. */
    public boolean isMismatch() {
        return statements.stream().anyMatch(checked -> checked.verdict() == Verdict.MISMATCH);
    }

    CheckedSentence acknowledged(String account, String reason) {
        return new CheckedSentence(
                id, sentence, this.account, recordedAt, statements, Optional.of(new Acknowledgement(account, reason)));
    }
}
