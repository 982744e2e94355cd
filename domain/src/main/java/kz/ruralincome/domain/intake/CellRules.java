package kz.ruralincome.domain.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ways in which the lists write their values. */
final class CellRules {

    private static final int[] FIRST_WEIGHTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private CellRules() {}

    static String iin(String cell, RowNotes notes) {
        if (!digits(cell)) {
            return notes.error(scientific(cell) ? "iin.scientific" : "iin.format");
        }
        if (cell.length() == 11) {
            return notes.error("iin.length");
        }
        if (cell.length() != 12) {
            return notes.error("iin.format");
        }
        int check = weighted(cell, FIRST_WEIGHTS);
        if (check == 10) {
            check = weighted(cell, SECOND_WEIGHTS);
        }
        return check == cell.charAt(11) - '0' ? cell : notes.error("iin.checksum");
    }

    private static int weighted(String cell, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (cell.charAt(i) - '0');
        }
        return sum % 11;
    }

    private static boolean scientific(String cell) {
        return cell.matches("[0-9]([.,][0-9]+)?[eEеЕ][+]?[0-9]{1,2}");
    }

    /** A date as ISO text; PostgreSQL reads the same. */
    static String date(String cell, RowNotes notes) {
        int year;
        int month;
        int day;
        if (cell.length() != 10) {
            return notes.error("date.format");
        }
        if (cell.charAt(4) == '-' && cell.charAt(7) == '-') {
            year = number(cell, 0, 4);
            month = number(cell, 5, 7);
            day = number(cell, 8, 10);
        } else if (cell.charAt(2) == '.' && cell.charAt(5) == '.') {
            year = number(cell, 6, 10);
            month = number(cell, 3, 5);
            day = number(cell, 0, 2);
            if (year >= 0 && month >= 0 && day >= 0) {
                cell = cell.substring(6) + '-' + cell.substring(3, 5) + '-' + cell.substring(0, 2);
            }
        } else {
            return notes.error("date.format");
        }
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) {
            return notes.error("date.format");
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return notes.error("date.range", Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR));
        }
        return cell;
    }

    private static int monthLength(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static int number(String cell, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A quarter such as 2022-Q3, as its first day. */
    static String quarter(String cell, RowNotes notes) {
        if (!cell.matches("(19|20|21)[0-9]{2}-[QqКк][1-4]")) {
            return notes.error("quarter.format");
        }
        int month = (cell.charAt(6) - '1') * 3 + 1;
        return cell.substring(0, 4) + (month < 10 ? "-0" : "-") + month + "-01";
    }

    static String year(String cell, RowNotes notes) {
        return cell.matches("(19|20|21)[0-9]{2}") ? cell : notes.error("year.format");
    }

    /** An amount of tenge: never negative, at most two decimals, spaces between thousands allowed. */
    static String amount(String cell, RowNotes notes) {
        String plain = plainNumber(cell);
        if (!plain.matches("-?[0-9]{1,15}([.][0-9]{1,2})?")) {
            return notes.error("amount.format");
        }
        return plain.charAt(0) == '-' ? notes.error("amount.negative") : plain;
    }

    static String number(String cell, RowNotes notes) {
        String plain = plainNumber(cell);
        return plain.matches("-?[0-9]{1,15}([.][0-9]{1,6})?") ? plain : notes.error("number.format");
    }

    static String count(String cell, RowNotes notes) {
        String plain = plainNumber(cell);
        return plain.matches("[0-9]{1,15}") ? plain : notes.error("count.format");
    }

    private static String plainNumber(String cell) {
        boolean plain = true;
        for (int i = 0; i < cell.length() && plain; i++) {
            char c = cell.charAt(i);
            plain = c >= '0' && c <= '9' || c == '.' || c == '-';
        }
        return plain
                ? cell
                : cell.replaceAll("(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})", "").replace(',', '.');
    }

    static String direction(String cell, RowNotes notes) {
        return cell.matches("[1-5]") ? cell : notes.error("direction.unknown");
    }

    /** The code of a unit that the list itself brings. */
    static String newUnit(String cell, RowNotes notes) {
        return cell.length() == 9 && digits(cell) && cell.charAt(0) != '0' ? cell : notes.error("kato.format");
    }

    static String unit(String cell, RowNotes notes) {
        return cell.length() == 9 && digits(cell) && notes.units().knows(Integer.parseInt(cell))
                ? cell
                : notes.error("kato.unknown");
    }

    static String region(String cell, RowNotes notes) {
        String unit = unit(cell, notes);
        return unit == null || notes.units().isRegion(Integer.parseInt(unit)) ? unit : notes.error("kato.no-region");
    }

    static CellRule text(int limit) {
        return (cell, notes) -> withinLimit(mended(cell, notes), limit, notes);
    }

    /** A code such as the number of a household: text whose letters are left as they are. */
    static CellRule code(int limit) {
        return (cell, notes) -> withinLimit(cell, limit, notes);
    }

    static String name(String cell, RowNotes notes) {
        String name = withinLimit(mended(cell, notes), 100, notes);
        if (name != null && name.chars().anyMatch(Character::isDigit)) {
            notes.warning("name.digits");
        }
        return name;
    }

    private static String mended(String cell, RowNotes notes) {
        String mended = KazakhLetters.mended(cell);
        if (!mended.equals(cell)) {
            notes.corrected();
        }
        return mended;
    }

    private static String withinLimit(String cell, int limit, RowNotes notes) {
        if (cell.codePointCount(0, cell.length()) > limit) {
            return notes.error("text.length", Integer.toString(limit));
        }
        for (int i = 0; i < cell.length(); i++) {
            if (Character.isISOControl(cell.charAt(i)) && cell.charAt(i) != '\n' && cell.charAt(i) != '\t') {
                return notes.error("text.control");
            }
        }
        return cell;
    }

    /** One of a fixed set, by its name or by the label that people see. */
    static CellRule oneOf(String family, List<String> names) {
        Map<String, String> known = new HashMap<>();
        for (String name : names) {
            known.put(name.toLowerCase(Locale.ROOT), name);
            for (String label : Labels.ofValue(family, name)) {
                known.put(Labels.folded(label), name);
            }
        }
        String all = String.join(", ", names);
        return new Kind(family, names, known, all);
    }

    /** @param known the names by all that people may write for them */
    private record Kind(String family, List<String> values, Map<String, String> known, String all) implements CellRule {

        @Override
        public String read(String cell, RowNotes notes) {
            String name = known.get(cell);
            if (name == null) {
                name = known.get(Labels.folded(cell));
            }
            return name != null ? name : notes.error("kind.unknown", all);
        }
    }

    static boolean digits(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
        }
        return !cell.isEmpty();
    }
}
