package kz.ruralincome.web.ui.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.ruralincome.domain.shared.NotFoundException;

/** What was typed on {@code intake/mend.xhtml}. */
record MendForm(HttpServletRequest request) {

    /** Before the number of a row and the name of a column in the name of the field with the cell. */
    private static final String CELL = "cell.";

    /** Before the number of a row in the name of the field that tells what it looked like. */
    private static final String SEEN = "seen.";

    private static final String AS_IT_IS = "as-it-is";

    UUID load() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("id")));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException("load");
        }
    }

    /** The row after which the page begins. */
    long after() {
        String after = request.getParameter("after");
        return after != null && after.matches("[0-9]{1,12}") ? Long.parseLong(after) : 0;
    }

    String action() {
        return String.valueOf(request.getParameter("action"));
    }

    Map<Long, Map<String, String>> cells() {
        Map<Long, Map<String, String>> cells = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.matches("cell\\.[0-9]{1,12}\\.[a-z_]+")) {
                int dot = name.indexOf('.', CELL.length());
                cells.computeIfAbsent(Long.valueOf(name.substring(CELL.length(), dot)), none -> new HashMap<>())
                        .put(name.substring(dot + 1), values[0]);
            }
        });
        return cells;
    }

    Set<Long> asTheyAre() {
        String[] rows = request.getParameterValues(AS_IT_IS);
        return rows == null
                ? Set.of()
                : Set.of(rows).stream()
                        .filter(row -> row.matches("[0-9]{1,12}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
    }

    /** What each row looked like when it was shown. */
    Map<Long, String> seen() {
        Map<Long, String> seen = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.matches("seen\\.[0-9]{1,12}")) {
                seen.put(Long.valueOf(name.substring(SEEN.length())), values[0]);
            }
        });
        return seen;
    }

    static String seenField(long row) {
        return SEEN + row;
    }

    static String field(long row, String column) {
        return CELL + row + "." + column;
    }
}
