package kz.ruralincome.domain.merge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.participant.ParticipantSummary;

/**
 * Two records held against each other, and what a merge of them would do.
 *
 * @param effect empty as long as a choice is missing
 * @param reports approved reports that may count one of the two: they stay as they are, and a later one tells the difference
 * @param mark of the facts that were shown: a merge is of these alone
 */
public record MergePreview(
        Record kept,
        Record merged,
        List<MergeLine> lines,
        Optional<MovementEffect> effect,
        List<CoveringReport> reports,
        String mark) {

    /**
     * One of the two.
     *
     * @param household its number on the business date
     * @param loans contracts of the person
     */
    public record Record(
            ParticipantSummary summary,
            Optional<LocalDate> birthDate,
            Optional<String> sex,
            Optional<String> phone,
            Optional<String> household,
            List<Loan> loans) {}

    /** A loan by its number and that of its contract. */
    public record Loan(long id, String contractNo) {}

    /** An approved report. */
    public record CoveringReport(int id, LocalDate asOf) {}

    /** Without anything of the persons, for logs. */
    @Override
    public String toString() {
        return "MergePreview[" + kept.summary() + ", " + merged.summary() + "]";
    }
}
