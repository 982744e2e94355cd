package kz.ruralincome.domain.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The beginning of a file whose headings are not those of its list, with what they are guessed to be. Long numbers, as of
 * persons, are masked.
 *
 * @param tops the first rows that hold anything, one of which is the heading row
 * @param headingRow the number of the chosen one
 * @param headings of that row
 * @param given columns that may be given one value for the whole file
 * @param known the mapping of these headings that stands already
 */
public record OwnSheet(
        ListFormat format,
        List<Top> tops,
        int headingRow,
        List<Heading> headings,
        List<Given> given,
        Optional<HeadingMapping> known) {

    /** A row at the top of the file: its number, 1 being the first, and the beginning of what it says. */
    public record Top(int number, String text) {}

    /**
     * @param column what it is guessed to be, or was mapped to; empty: nothing
     * @param samples the cells of the first rows below it
     */
    public record Heading(String text, String column, List<String> samples) {}

    /**
     * @param value what was given the last time, if it holds for every file
     * @param kept whether it holds for every file of the kind; else it is asked for each time
     * @param choices the values of a column of kinds, by the name that the language of the asker has; empty: any text
     */
    public record Given(String column, boolean mayLack, String value, boolean kept, Map<String, String> choices) {}
}
