package kz.ruralincome.domain.credit;

import java.text.Normalizer;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** A contract number or payment reference as it is compared: in Unicode normal form C, without blanks at its ends. */
final class ContractKey {

    static final int LONGEST = 64;

    private ContractKey() {}

    /** @throws InvalidRequest if it is empty, too long, or holds a control character */
    static String of(String field, String sent) {
        String key = normal(sent);
        flawOf(field, key).ifPresent(flaw -> {
            throw new InvalidRequest(java.util.List.of(flaw));
        });
        return key;
    }

    static String normal(String sent) {
        String text = Normalizer.normalize(sent, Normalizer.Form.NFC);
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** What keeps a key in normal form from being one. */
    static Optional<FieldError> flawOf(String field, String key) {
        if (key.isEmpty()) {
            return Optional.of(LoanFlaw.TEXT_EMPTY.of(field));
        }
        if (!isPlain(key)) {
            return Optional.of(SentFlaw.TEXT_CONTROL.of(field));
        }
        return key.codePointCount(0, key.length()) > LONGEST
                ? Optional.of(SentFlaw.TEXT_TOO_LONG.of(field, LONGEST))
                : Optional.empty();
    }

    /** Whether a text holds neither control characters nor halves of characters. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean isPair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Line ends and other control characters at the ends are no blanks: they are refused. */
    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c);
    }
}
