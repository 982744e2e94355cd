package kz.ruralincome.domain.merge;

import java.util.List;

/**
 * Facts of the two records that are to be looked at together.
 *
 * @param id names the line in a form
 * @param kept of the record that is kept, in the order of their days
 * @param merged of the other
 */
public record MergeLine(String id, FactKind kind, Fate fate, List<Fact> kept, List<Fact> merged) {

    /** What becomes of them. */
    public enum Fate {
        /** Only the kept record has it. */
        STAYS,
        /** Only the merged record has it. */
        MOVES,
        /** Equal in both: one remains. */
        SAME,
        /** The same said of different days: it holds on the days of both. */
        JOINS,
        /** They tell different things: somebody has to choose. */
        CHOICE
    }

    public MergeLine {
        kept = List.copyOf(kept);
        merged = List.copyOf(merged);
    }

    List<Fact> of(Side side) {
        return side == Side.KEPT ? kept : merged;
    }
}
