package kz.ruralincome.domain.intake;

import java.util.Map;

/**
 * What a page writes down as one row of a list.
 *
 * @param list the list that it is a row of
 * @param place where on the page it was said, so that a finding is shown there
 * @param cells the cells by their headings; what is left out is empty
 */
public record FormRow(String list, String place, Map<String, String> cells) {

    public FormRow {
        cells = Map.copyOf(cells);
    }

    /** Without the cells, for logs. */
    @Override
    public String toString() {
        return "FormRow[" + list + " " + place + "]";
    }
}
