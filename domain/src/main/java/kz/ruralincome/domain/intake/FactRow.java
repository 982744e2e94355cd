package kz.ruralincome.domain.intake;

import java.util.Map;
import java.util.Optional;

/**
 * A version of a fact, as the row of its list that would say the same.
 *
 * @param id of the version, unique in its list
 * @param cells by their headings, without the IIN; what would be empty is left out, and so is what means the same as empty
 * @param revision that wrote it
 * @param superseded the revision that replaced or withdrew it; empty: it stands
 */
public record FactRow(String list, long id, Map<String, String> cells, long revision, Optional<Long> superseded) {

    public FactRow {
        cells = Map.copyOf(cells);
    }

    public boolean stands() {
        return superseded.isEmpty();
    }

    public Optional<String> cell(String heading) {
        return Optional.ofNullable(cells.get(heading));
    }

    /** Without the cells, for logs. */
    @Override
    public String toString() {
        return "FactRow[" + list + " " + id + "]";
    }
}
