package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Map;

/**
 * What somebody says that the headings of a file are.
 *
 * @param headingRow the number of the row that they stand in, 1 being the first
 * @param columns to each heading a column of the list; empty: left unused
 * @param given values for the whole file, by column
 * @param name under which it is remembered
 */
public record MappingDraft(int headingRow, List<String> columns, Map<String, String> given, String name) {

    public MappingDraft {
        columns = List.copyOf(columns);
        given = Map.copyOf(given);
    }
}
