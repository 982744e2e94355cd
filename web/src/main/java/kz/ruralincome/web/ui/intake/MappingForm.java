package kz.ruralincome.web.ui.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.intake.MappingDraft;

/** What was chosen on {@code intake/map.xhtml}. */
final class MappingForm {

    /** Before the name of a column in the name of the field with its value for the whole file. */
    static final String GIVEN = "given.";

    /** Before the number of a heading in the name of the field with its column. */
    private static final String COLUMN = "column.";

    private static final int MOST_COLUMNS = 256;

    private MappingForm() {}

    static boolean wasSent(HttpServletRequest request) {
        return request.getParameter(COLUMN + 1) != null;
    }

    /** The heading row that the address or the form names. */
    static Optional<Integer> row(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("row"))
                .filter(row -> row.matches("[0-9]{1,2}"))
                .map(Integer::valueOf);
    }

    static List<String> columns(HttpServletRequest request) {
        List<String> columns = new ArrayList<>();
        String column;
        while (columns.size() < MOST_COLUMNS
                && (column = request.getParameter(COLUMN + (columns.size() + 1))) != null) {
            columns.add(column);
        }
        return columns;
    }

    static MappingDraft draft(HttpServletRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(GIVEN) && !values[0].isBlank()) {
                given.put(name.substring(GIVEN.length()), values[0].strip());
            }
        });
        return new MappingDraft(row(request).orElse(0), columns(request), given, request.getParameter("name"));
    }
}
