package kz.ruralincome.domain.screening;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Quarter;

/**
 * A screening as it stands.
 *
 * <p>It is begun as a draft, filled in by one or several people, and ends finished, when its answers are facts, or cancelled.
 * Where facts that it made were taken back, it is a draft again.
 *
 * @param number the number that people know
 * @param version whoever saves says which one they have seen
 * @param flaws what is wrong with the answers, as far as it is known; of a draft
 * @param householdNo the household of the register that it is about; empty: a new one, or not said yet
 * @param unit where the household lives, as answered
 * @param reopened why it is a draft again, having been finished
 */
public record Screening(
        long number,
        UUID id,
        ScreeningState state,
        int version,
        Sheet sheet,
        List<Flaw> flaws,
        Optional<String> householdNo,
        Optional<Integer> unit,
        Optional<String> cancelReason,
        String begunBy,
        OffsetDateTime begunAt,
        String changedBy,
        OffsetDateTime changedAt,
        Optional<Reopening> reopened) {

    /**
     * That facts which a screening made were taken back.
     *
     * @param lists whose load was withdrawn, in the order of that
     * @param by whose account did it last
     */
    public record Reopening(List<String> lists, String by, OffsetDateTime at) {}

    Screening withFlaws(List<Flaw> found) {
        return new Screening(
                number,
                id,
                state,
                version,
                sheet,
                List.copyOf(found),
                householdNo,
                unit,
                cancelReason,
                begunBy,
                begunAt,
                changedBy,
                changedAt,
                reopened);
    }

    /** The quarter whose incomes are asked; empty while the day of the visit is not known. */
    public Optional<Quarter> quarter() {
        return SheetRules.day(sheet).map(SheetRules::quarterBefore);
    }

    /** Without the answers, for logs. */
    @Override
    public String toString() {
        return "Screening[" + number + " " + state + "]";
    }
}
