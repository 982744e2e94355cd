package kz.ruralincome.domain.intake;

/**
 * Puts right what old fonts and hurried fingers did to Kazakh and Russian words: letters that a legacy code page shows
 * in place of the Kazakh ones, and Latin letters that only look Cyrillic inside a Cyrillic word.
 */
final class KazakhLetters {

    private static final String LEGACY = "ЌќЋћЎўЈјҐґЄєЇїЅѕƏə";
    private static final String KAZAKH = "ҚқҺһҰұӘәӨөҒғҮүҢңӘә";
    private static final String LATIN = "ABCEHIKMOPTXYaceiopxyh";
    private static final String CYRILLIC = "АВСЕНІКМОРТХУасеіорхуһ";

    private KazakhLetters() {}

    /** The text with the right letters; the same object when there was nothing to mend. */
    static String mended(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) < 0x80;
        }
        if (plain) {
            return text;
        }
        char[] letters = text.toCharArray();
        boolean changed = false;
        int wordStart = 0;
        for (int i = 0; i <= letters.length; i++) {
            if (i < letters.length && Character.isLetter(letters[i])) {
                int legacy = LEGACY.indexOf(letters[i]);
                if (legacy >= 0) {
                    letters[i] = KAZAKH.charAt(legacy);
                    changed = true;
                }
            } else {
                changed |= mendWord(letters, wordStart, i);
                wordStart = i + 1;
            }
        }
        return changed ? new String(letters) : text;
    }

    private static boolean mendWord(char[] letters, int from, int to) {
        boolean cyrillic = false;
        boolean latin = false;
        for (int i = from; i < to; i++) {
            if (Character.UnicodeBlock.of(letters[i]) == Character.UnicodeBlock.CYRILLIC) {
                cyrillic = true;
            } else if (LATIN.indexOf(letters[i]) >= 0) {
                latin = true;
            } else {
                return false; // a letter without a double: the word is not Cyrillic
            }
        }
        if (!cyrillic || !latin) {
            return false;
        }
        for (int i = from; i < to; i++) {
            int look = LATIN.indexOf(letters[i]);
            if (look >= 0) {
                letters[i] = CYRILLIC.charAt(look);
            }
        }
        return true;
    }
}
