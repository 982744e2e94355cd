package kz.ruralincome.domain.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a load does to the spells of its list. */
public record LoadChange(Sort sort, String kind, long spells) {

    /** In which way a spell, or a fact of one day, changes. */
    public enum Sort {
        /** It did not stand. */
        BEGAN,
        /** It stands with an earlier end, or a snapshot does not list it. */
        ENDED,
        /** Only its dates are others: a later end, or taken back under one beginning and put under another. */
        MOVED,
        /** Other values under the same key. */
        CORRECTED,
        /** It stood, and does not any more. */
        TAKEN_BACK,
        /** The file says what stands. */
        SAME
    }

    /**
     * One of them.
     *
     * @param row of the file; empty: the file does not list it
     * @param person under whose number the facts know them; empty: none, or not in the register yet
     * @param household its number on paper
     * @param unit its KATO code
     * @param before from when to when it stood; empty: it did not
     * @param after from when to when it stands or would stand; empty: no longer
     * @param columns in which a corrected one differs
     */
    public record Sample(
            Sort sort,
            String kind,
            Optional<Long> row,
            Optional<Integer> person,
            Optional<String> household,
            Optional<Integer> unit,
            Optional<Dates> before,
            Optional<Dates> after,
            List<String> columns) {}

    /** @param from {@link LocalDate#MIN}: always; to the first day after, {@link LocalDate#MAX}: open */
    public record Dates(LocalDate from, LocalDate to) {}
}
