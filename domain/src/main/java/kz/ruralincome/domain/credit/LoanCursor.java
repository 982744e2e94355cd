package kz.ruralincome.domain.credit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import kz.ruralincome.domain.shared.InvalidRequest;

/**
 * The last loan of a page of the list.
 *
 * @param key what the list is ordered by, as text
 */
record LoanCursor(String key, long loan) {

    static LoanCursor read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int blank = text.indexOf(' ');
            return new LoanCursor(text.substring(blank + 1), Long.parseLong(text.substring(0, blank)));
        } catch (RuntimeException noCursorOfOurs) {
            throw new InvalidRequest("cursor", "loan.cursor");
        }
    }

    String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((loan + " " + key).getBytes(UTF_8));
    }
}
