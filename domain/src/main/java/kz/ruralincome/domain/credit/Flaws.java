package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** What can be wrong with a single value, whatever it is the value of. Values that were not sent have no such flaw. */
final class Flaws {

    /** Ten trillion tenge: more than the country's budget, and far from what a sum of many could not hold. */
    static final BigDecimal TOO_LARGE = new BigDecimal("10000000000000");

    private static final int WHOLE_DIGITS = 13;
    private static final int RATE_DECIMALS = 6;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private Flaws() {}

    static boolean required(List<FieldError> errors, String field, Object value) {
        if (value == null) {
            errors.add(LoanFlaw.VALUE_MISSING.of(field));
        }
        return value != null;
    }

    /** Never spreads out the digits of 1E999999999: the size is seen from precision and scale. */
    static boolean amount(List<FieldError> errors, String field, BigDecimal value) {
        if (value == null) {
            return false;
        }
        int before = errors.size();
        if (value.signum() < 0) {
            errors.add(LoanFlaw.AMOUNT_NEGATIVE.of(field));
        }
        if (value.signum() != 0 && (long) value.precision() - value.scale() > WHOLE_DIGITS) {
            errors.add(LoanFlaw.AMOUNT_TOO_LARGE.of(field, TOO_LARGE));
        } else if (value.scale() > 2 && value.stripTrailingZeros().scale() > 2) {
            errors.add(LoanFlaw.AMOUNT_DECIMALS.of(field));
        }
        return errors.size() == before;
    }

    static boolean positive(List<FieldError> errors, String field, BigDecimal value) {
        if (!amount(errors, field, value)) {
            return false;
        }
        if (value.signum() == 0) {
            errors.add(LoanFlaw.AMOUNT_NOT_POSITIVE.of(field));
        }
        return value.signum() > 0;
    }

    static void percent(List<FieldError> errors, String field, BigDecimal value, int greatest) {
        if (value == null) {
            return;
        }
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(greatest)) > 0) {
            errors.add(LoanFlaw.NUMBER_RANGE.of(field, 0, greatest));
        } else if (value.stripTrailingZeros().scale() > RATE_DECIMALS) {
            errors.add(LoanFlaw.RATE_DECIMALS.of(field));
        }
    }

    static void date(List<FieldError> errors, String field, LocalDate value) {
        if (value != null && (value.getYear() < FIRST_YEAR || value.getYear() > LAST_YEAR)) {
            errors.add(LoanFlaw.DATE_RANGE.of(field, FIRST_YEAR, LAST_YEAR));
        }
    }

    /** The later of two dates, when both are there, is not before the earlier. */
    static void order(List<FieldError> errors, String earlier, LocalDate first, String later, LocalDate second) {
        if (first != null && second != null && second.isBefore(first)) {
            errors.add(LoanFlaw.DATE_BEFORE.of(later, earlier));
        }
    }
}
