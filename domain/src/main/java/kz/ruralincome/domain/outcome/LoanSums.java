package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.ruralincome.domain.movement.State;
import kz.ruralincome.domain.shared.SmallCells;

/**
 * What a reader knows of the counts of borrowers of one row: which are parts of others, by what they are defined as
 * ({@link LoanMeasure}). Who is left of a whole is a group, too.
 */
record LoanSums(List<Among> sums) {

    /**
     * The parts share nobody, and all of them are in the whole.
     *
     * @param isAll whether they are the whole
     */
    record Among(LoanMeasure whole, List<LoanMeasure> parts, boolean isAll) {

        static Among some(LoanMeasure whole, LoanMeasure... parts) {
            return new Among(whole, List.of(parts), false);
        }

        static Among all(LoanMeasure whole, LoanMeasure... parts) {
            return new Among(whole, List.of(parts), true);
        }
    }

    /** All that count persons. */
    static final List<LoanMeasure> PERSONS =
            LoanMeasure.ALL.stream().filter(LoanMeasure::isOfBorrowers).toList();

    /** Who is observed so long is observed for a shorter time, too. */
    static final LoanSums OF_FOLLOWED = new LoanSums(followed());

    static final LoanSums OF_BORROWERS = new LoanSums(Stream.concat(
                    followed().stream(),
                    Stream.of(
                            Among.all(LoanMeasure.BORROWERS, each(LoanMeasure::onApproval)),
                            Among.all(LoanMeasure.BORROWERS, each(LoanMeasure::onDay)),
                            Among.all(
                                    LoanMeasure.BORROWERS,
                                    LoanMeasure.REGISTERED_EARLIER,
                                    LoanMeasure.REGISTERED_WITHIN_90_DAYS,
                                    LoanMeasure.REGISTERED_SINCE_APPROVAL,
                                    LoanMeasure.NOT_REGISTERED),
                            Among.all(
                                    LoanMeasure.REGISTERED_FOR_LOAN,
                                    LoanMeasure.REGISTERED_WITHIN_90_DAYS,
                                    LoanMeasure.REGISTERED_SINCE_APPROVAL),
                            Among.some(LoanMeasure.REGISTERED_FOR_LOAN, LoanMeasure.ONLY_FOR_LOAN),
                            Among.some(LoanMeasure.BORROWERS, LoanMeasure.ASSISTED_BEFORE),
                            Among.some(LoanMeasure.ASSISTED_BEFORE, LoanMeasure.BACK_ON_ASSISTANCE),
                            // money is handed over after approval
                            Among.some(
                                    LoanMeasure.ASSISTED_BEFORE,
                                    LoanMeasure.onApproval(State.ASP),
                                    LoanMeasure.onApproval(State.ENTREPRENEUR_ON_ASP)),
                            // an entrepreneur is registered
                            Among.some(
                                    LoanMeasure.BORROWERS,
                                    LoanMeasure.NOT_REGISTERED,
                                    LoanMeasure.onApproval(State.ENTREPRENEUR),
                                    LoanMeasure.onApproval(State.ENTREPRENEUR_ON_ASP)),
                            Among.some(
                                    LoanMeasure.BORROWERS,
                                    LoanMeasure.NOT_REGISTERED,
                                    LoanMeasure.onDay(State.ENTREPRENEUR),
                                    LoanMeasure.onDay(State.ENTREPRENEUR_ON_ASP))))
            .toList());

    private static List<Among> followed() {
        List<Among> sums = new ArrayList<>();
        LoanMeasure longer = LoanMeasure.BORROWERS;
        for (int months : LoanMeasure.MONTHS) {
            LoanMeasure observed = LoanMeasure.get("observed." + months);
            sums.add(Among.some(longer, observed));
            sums.add(Among.some(observed, LoanMeasure.get("entrepreneur." + months)));
            longer = observed;
        }
        return sums;
    }

    private static LoanMeasure[] each(Function<State, LoanMeasure> measure) {
        return Arrays.stream(State.values()).map(measure).toArray(LoanMeasure[]::new);
    }

    /**
     * Adds them to a publication, in which each measure has its cell; what does not add up nobody computes.
     *
     * @param isProtected whether small groups of the row are
     */
    void addTo(SmallCells publication, Map<LoanMeasure, Integer> cells, boolean isProtected) {
        for (Among among : sums) {
            int whole = cells.get(among.whole());
            List<Integer> parts =
                    new ArrayList<>(among.parts().stream().map(cells::get).toList());
            long others = publication.count(whole)
                    - parts.stream().mapToLong(publication::count).sum();
            if (others >= 0 && !among.isAll()) {
                parts.add(publication.unseen(others, isProtected));
            }
            if (others == 0 || others > 0 && !among.isAll()) {
                publication.alsoSumOf(whole, parts);
            }
        }
    }
}
