package kz.ruralincome.domain.intake;

import java.util.List;

/** Which rows below the headings count: those that are neither blank nor say only a total. */
final class DataRow {

    private static final List<String> TOTALS = List.of("итого", "всего", "барлығы", "жиыны");

    private DataRow() {}

    /** Whether a row has a number among those of the file. */
    static boolean is(String[] cells) {
        return !isBlank(cells) && !isTotal(cells);
    }

    static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a row holds a word for a total and beside it nothing but figures. */
    static boolean isTotal(String[] cells) {
        boolean word = false;
        for (String cell : cells) {
            if (cell.isEmpty()) {
                continue;
            }
            if (!word && Character.isLetter(cell.charAt(0))) {
                word = TOTALS.stream().anyMatch(total -> beginsWith(cell, total));
                if (!word) {
                    return false;
                }
            } else if (!isFigure(cell) || !word) {
                return false;
            }
        }
        return word;
    }

    private static boolean beginsWith(String cell, String total) {
        return cell.regionMatches(true, 0, total, 0, total.length())
                && (cell.length() == total.length() || !Character.isLetterOrDigit(cell.charAt(total.length())));
    }

    private static boolean isFigure(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if ("0123456789.,- \u00a0".indexOf(cell.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
