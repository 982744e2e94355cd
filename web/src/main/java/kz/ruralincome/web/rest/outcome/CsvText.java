package kz.ruralincome.web.rest.outcome;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front. */
public final class CsvText {

    /** What a call produces beside JSON, with its encoding; whoever does not say what they want gets JSON. */
    public static final String WHEN_ASKED_FOR = "text/csv;charset=UTF-8;qs=0.5";

    private final StringBuilder text = new StringBuilder();

    public CsvText(List<String> headings) {
        row(headings);
    }

    /** Adds a row; numbers stand as they are, null is an empty field. */
    public CsvText row(List<?> fields) {
        text.append(fields.stream().map(CsvText::field).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String field(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value instanceof java.math.BigDecimal number ? number.toPlainString() : value.toString();
        }
        String field = value.toString();
        if (!field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0) {
            field = "'" + field;
        }
        boolean quoted = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
