package kz.ruralincome.domain.merge;

import java.util.List;
import java.util.Map;

/**
 * What would happen if a merge were undone.
 *
 * @param merge the merge
 * @param name of the kept record
 * @param kept facts that are written anew on the kept record
 * @param merged facts that the merged record gets
 * @param arrived facts that came after the merge, with the record that they go to
 * @param loans contracts that go back to the merged record
 * @param clashes what stands in the way; empty: nothing
 * @param isLast whether no later merge into the record has to be undone before
 */
public record UndoPreview(
        Merge merge,
        String name,
        List<Fact> kept,
        List<Fact> merged,
        Map<Fact, Side> arrived,
        List<String> loans,
        List<UndoClash> clashes,
        boolean isLast) {

    public boolean isPossible() {
        return merge.undone().isEmpty() && isLast && clashes.isEmpty();
    }

    /** Without anything of the person, for logs. */
    @Override
    public String toString() {
        return "UndoPreview[" + merge + "]";
    }
}
