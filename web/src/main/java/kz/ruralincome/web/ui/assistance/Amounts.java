package kz.ruralincome.web.ui.assistance;

import java.math.BigDecimal;
import java.util.Optional;

/** Amounts of tenge as people type them: {@code 12 000,50}. */
final class Amounts {

    private Amounts() {}

    /** Empty: it is no amount, or negative. */
    static Optional<BigDecimal> read(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("[0-9]{1,12}([.][0-9]{1,2})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }
}
