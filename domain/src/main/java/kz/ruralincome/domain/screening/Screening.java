package kz.ruralincome.domain.screening;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
     * @param said the answers with which it was finished
     * @param standing its loads that were not withdrawn, in the order of receipt
     */
    public record Reopening(List<String> lists, String by, OffsetDateTime at, Sheet said, List<StandingLoad> standing) {

        /** Which lists still stand, of those asked for. */
        List<String> listsStanding(Predicate<String> asked) {
            return standing.stream()
                    .map(StandingLoad::list)
                    .filter(asked)
                    .distinct()
                    .toList();
        }
    }

    /** A load that a screening made and that has not been withdrawn. */
    public record StandingLoad(UUID load, String list) {}

    /** What its loads are called among the others. */
    String loadName() {
        return "screening-" + number;
    }

    Screening withFlaws(List<Flaw> found) {
        return with(List.copyOf(found), reopened);
    }

    Screening withStanding(List<StandingLoad> loads) {
        return with(
                flaws,
                reopened.map(known ->
                        new Reopening(known.lists(), known.by(), known.at(), known.said(), List.copyOf(loads))));
    }

    private Screening with(List<Flaw> otherFlaws, Optional<Reopening> otherReopening) {
        return new Screening(
                number,
                id,
                state,
                version,
                sheet,
                otherFlaws,
                householdNo,
                unit,
                cancelReason,
                begunBy,
                begunAt,
                changedBy,
                changedAt,
                otherReopening);
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
