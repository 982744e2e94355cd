package kz.ruralincome.domain.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * What a person's password must be: long, and nothing that is tried first. Length is what helps; no classes of characters
 * are demanded (NIST SP 800-63B, 5.1.1.2).
 */
public final class PasswordRule {

    /** The shortest password that is taken, in characters. */
    public static final int SHORTEST = 12;

    /** The longest one, so that nobody makes the server hash a book. */
    public static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;

    /** Words and runs of keys that leaked passwords are made of; the longest first, so that none hides another. */
    private static final List<String> COMMON = read();

    private PasswordRule() {}

    /**
     * Why the password may not be; empty: it may.
     *
     * @param field where it was typed
     * @param account the name of its account, which it must not hold
     */
    static List<FieldError> flaws(String field, String account, String password) {
        List<FieldError> flaws = new ArrayList<>();
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            flaws.add(new FieldError(field, "account.password.short", List.of(SHORTEST)));
        }
        if (length > LONGEST) {
            flaws.add(new FieldError(field, "account.password.long", List.of(LONGEST)));
        }
        if (folded(password).contains(folded(account))) {
            flaws.add(new FieldError(field, "account.password.name", List.of()));
        }
        if (isCommon(password)) {
            flaws.add(new FieldError(field, "account.password.common", List.of()));
        }
        return flaws;
    }

    /** One of those that are tried first: a common word and little else, few different characters, or a run of keys. */
    private static boolean isCommon(String password) {
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        String letters = folded(password);
        String rest = letters;
        for (String word : COMMON) {
            rest = rest.replace(word, "");
        }
        return rest.length() < letters.length() && rest.length() < FEWEST_DIFFERENT;
    }

    /** Letters and digits alone, small, with the signs that commonly stand in for letters put back. */
    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> read() {
        try (var file = PasswordRule.class.getResourceAsStream("common-passwords.txt");
                var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .sorted(Comparator.<String>comparingInt(String::length)
                            .reversed()
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
