package kz.ruralincome.domain.participant;

import java.util.Optional;
import kz.ruralincome.domain.shared.Iin;

/**
 * What somebody typed to find people, and what it looks like.
 *
 * @param text of a phone its last ten digits, of an IIN without spaces; else as it was typed
 */
public record SearchTerm(Kind kind, String text) {

    private static final int PHONE_DIGITS = 10;
    private static final int LONGEST_NUMBER = 10;
    private static final int DIGITS_OF_A_PERSON = 10;
    private static final String SCIENTIFIC = "[0-9]+([.,][0-9]*)?[eE]\\+?[0-9]+";

    /** By what people are found. */
    public enum Kind {
        IIN,
        PHONE,
        /** The number of a household; with letters in it, a name if there is no such household. */
        HOUSEHOLD,
        NAME
    }

    /**
     * Recognises what was typed. Twelve digits are an IIN, and so are eleven that are no phone: a zero was lost then, and the
     * search by IIN says so. Fewer than ten are the number of a household.
     */
    public static SearchTerm of(String typed) {
        String text = typed.strip().replaceFirst("^№\\s*", "");
        String dense = text.replaceAll("[\\s\\u00a0()-]", "");
        if (dense.matches(SCIENTIFIC)) {
            return new SearchTerm(Kind.IIN, dense);
        }
        if (dense.matches("\\+?[0-9]+")) {
            String digits = dense.replace("+", "");
            boolean isPhone = dense.startsWith("+")
                    || digits.length() == PHONE_DIGITS
                    || digits.length() == PHONE_DIGITS + 1 && digits.matches("[78].*");
            if (isPhone) {
                return new SearchTerm(Kind.PHONE, digits.substring(Math.max(0, digits.length() - PHONE_DIGITS)));
            }
            return digits.length() > LONGEST_NUMBER
                    ? new SearchTerm(Kind.IIN, digits)
                    : new SearchTerm(Kind.HOUSEHOLD, text);
        }
        return new SearchTerm(text.matches(".*[0-9].*") ? Kind.HOUSEHOLD : Kind.NAME, text);
    }

    /** It may be a name: what looks like the number of a household has letters in it, and no IIN or phone. */
    public boolean mayBeName() {
        return kind == Kind.NAME || hasLetters() && !isMixed();
    }

    /** Letters together with as many digits as a phone has: a name goes into addresses, and an IIN or phone must not. */
    public boolean isMixed() {
        return hasLetters() && text.codePoints().filter(Character::isDigit).count() >= DIGITS_OF_A_PERSON;
    }

    private boolean hasLetters() {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    /**
     * What looks like a phone and may be the IIN of somebody born in 2007 or 2008 that lost its leading zero.
     *
     * @return its eleven digits; empty: with a zero before them they are no IIN, or of no month, as all phones of the country
     */
    public static Optional<String> shortenedIin(String typed) {
        return Optional.of(typed.replaceAll("[\\s\\u00a0]", ""))
                .filter(digits -> digits.matches("[78](0[1-9]|1[0-2])[0-9]{8}"))
                .filter(digits -> Iin.flawOf("0" + digits).isEmpty());
    }
}
