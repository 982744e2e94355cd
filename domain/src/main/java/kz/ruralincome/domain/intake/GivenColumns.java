package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Set;

/** For which columns one value may hold for a whole file that lacks them: never for what tells persons apart. */
final class GivenColumns {

    /** The same in every file of its kind, so the value is remembered. */
    private static final Set<String> KEPT = Set.of(
            "source", "kind", "scope", "status", "relation", "indicator", "stage", "coordinator", "direction", "kato");

    /** Another one in the next file, so it is asked for each time. */
    private static final Set<String> ASKED = Set.of(
            "from", "to", "date", "paid_on", "as_of", "quarter", "year", "decided_on", "registration_due", "document");

    private GivenColumns() {}

    static List<Column> of(ListFormat format) {
        return format.columns().stream()
                .filter(column -> KEPT.contains(column.name()) || ASKED.contains(column.name()))
                .toList();
    }

    static boolean isKept(String column) {
        return KEPT.contains(column);
    }
}
