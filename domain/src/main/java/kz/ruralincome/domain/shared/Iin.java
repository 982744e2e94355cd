package kz.ruralincome.domain.shared;

import java.util.Optional;

/**
 * The individual identification number of a person: 12 digits, the last a check digit.
 *
 * <p>Source: Government decrees No. 565 of 11.06.2003 and No. 406 of 22.05.2007 (check digit); decree No. 853 of
 * 26.08.2013: the digits of birth date and sex need not agree with the person's. It is personal data: {@link #toString}
 * masks it.
 */
public record Iin(String digits) implements Comparable<Iin> {

    /** Why a text is no IIN; the code is the one of error lists. */
    public enum Flaw {
        LENGTH("iin.length"),
        SCIENTIFIC("iin.scientific"),
        FORMAT("iin.format"),
        CHECKSUM("iin.checksum");

        private final String code;

        Flaw(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    private static final int DIGITS = 12;
    private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    /** @throws IllegalArgumentException if {@link #flawOf} finds one */
    public Iin {
        flawOf(digits).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw.code());
        });
    }

    /** What keeps a text from being an IIN; empty when it is one. */
    public static Optional<Flaw> flawOf(String text) {
        if (text.length() != DIGITS || !allDigits(text)) {
            return Optional.of(flawOfShape(text));
        }
        return checkDigit(text) == text.charAt(DIGITS - 1) - '0' ? Optional.empty() : Optional.of(Flaw.CHECKSUM);
    }

    private static Flaw flawOfShape(String text) {
        if (text.length() == DIGITS - 1 && allDigits(text)) {
            return Flaw.LENGTH;
        }
        return text.matches("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+") ? Flaw.SCIENTIFIC : Flaw.FORMAT;
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** The digit that the first eleven ask for; 10 when such a number is never issued. */
    public static int checkDigit(String text) {
        int first = 0;
        int second = 0;
        for (int i = 0; i < SECOND_WEIGHTS.length; i++) {
            int digit = text.charAt(i) - '0';
            first += digit * (i + 1);
            second += digit * SECOND_WEIGHTS[i];
        }
        return first % 11 < 10 ? first % 11 : second % 11;
    }

    /** The form for lists and logs: {@code 9001******07}. */
    public String masked() {
        return digits.substring(0, 4) + "******" + digits.substring(10);
    }

    @Override
    public int compareTo(Iin other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return masked();
    }
}
