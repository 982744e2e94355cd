package kz.ruralincome.web.intake;

/** A field of the list of errors, which repeats what strangers wrote: no spreadsheet may take it for a formula. */
public final class ErrorCell {

    private ErrorCell() {}

    public static String of(String text) {
        String field = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
