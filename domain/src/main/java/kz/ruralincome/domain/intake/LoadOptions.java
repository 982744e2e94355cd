package kz.ruralincome.domain.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * What was asked of a load beside its rows.
 *
 * @param dryRun only say what would happen
 * @param snapshot the day for which the list says who holds; null: no snapshot
 * @param source of a snapshot of occupations
 * @param unit the territory of the snapshot or of the declaration; null: everywhere
 * @param coversTo the day up to which the list is declared complete
 */
public record LoadOptions(boolean dryRun, LocalDate snapshot, String source, Integer unit, LocalDate coversTo) {

    /** The sources that an occupation may have, the most authoritative first. */
    public static final List<String> SOURCES =
            List.of("LABOUR_REGISTER", "TAX_REGISTER", "CONTRIBUTIONS", "SCREENING", "OTHER");

    public static final LoadOptions NONE = new LoadOptions(false, null, null, null, null);

    public boolean isSnapshot() {
        return snapshot != null;
    }

    public LoadOptions coveringTo(LocalDate day) {
        return new LoadOptions(dryRun, snapshot, source, unit, day);
    }
}
