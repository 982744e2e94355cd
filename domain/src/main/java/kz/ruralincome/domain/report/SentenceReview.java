package kz.ruralincome.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.ruralincome.domain.shared.RuleViolation;

/** Whether the sentences of a draft may stand as whoever approves it has seen them. */
final class SentenceReview {

    /** Characters of a reason. */
    static final int LONGEST_REASON = 1_000;

    private SentenceReview() {}

    /**
     * The sentences as they will stand: those that do not agree with the register with the reason why they may.
     *
     * @throws RuleViolation {@code report.sentences.changed} when others stand in the draft than were seen,
     *     {@code report.sentences.mismatch} when one does not agree and no reason is given,
     *     {@code report.sentences.reason-too-long}
     */
    static List<CheckedSentence> of(List<CheckedSentence> sentences, Signature signature, String account) {
        if (!sentences.stream().map(CheckedSentence::id).toList().equals(signature.sentences())) {
            throw new RuleViolation("report.sentences.changed");
        }
        List<CheckedSentence> reviewed = new ArrayList<>();
        List<Integer> unexplained = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            CheckedSentence sentence = sentences.get(i);
            String reason = signature.reasons().getOrDefault(sentence.id(), "").strip();
            if (reason.length() > LONGEST_REASON) {
                throw new RuleViolation("report.sentences.reason-too-long", i + 1, LONGEST_REASON);
            }
            if (sentence.isMismatch() && reason.isEmpty()) {
                unexplained.add(i + 1);
            }
            reviewed.add(sentence.isMismatch() ? sentence.acknowledged(account, reason) : sentence);
        }
        if (!unexplained.isEmpty()) {
            throw new RuleViolation(
                    "report.sentences.mismatch",
                    unexplained.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return reviewed;
    }
}
