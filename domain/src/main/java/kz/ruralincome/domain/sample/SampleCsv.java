package kz.ruralincome.domain.sample;

/** Rows of a list as CSV. */
final class SampleCsv {

    private final StringBuilder text = new StringBuilder(8192);

    /** Writes a row; where a field is null the file has no such column. */
    void row(Object... fields) {
        String separator = "";
        for (Object field : fields) {
            if (field != null) {
                text.append(separator);
                field(field.toString());
                separator = ",";
            }
        }
        text.append("\r\n");
    }

    private void field(String value) {
        if (value.indexOf(',') < 0 && value.indexOf('"') < 0) {
            text.append(value);
        } else {
            text.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }

    /** Takes what was written since the last call. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
