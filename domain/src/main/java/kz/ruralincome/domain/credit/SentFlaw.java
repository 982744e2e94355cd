package kz.ruralincome.domain.credit;

import java.util.List;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** Why a member of a JSON object cannot be read as what it should be; each code has its sentence in every language. */
public enum SentFlaw {
    /** Argument: what should stand there, as {@code string} or {@code number}. */
    TYPE("json.type"),
    UNKNOWN_MEMBER("json.unknown-member"),
    TWICE("json.twice"),
    /** Argument: the values that can stand there. */
    VALUE_UNKNOWN("value.unknown"),
    DATE_INVALID("date.invalid"),
    NUMBER_INVALID("number.invalid"),
    TEXT_CONTROL("text.control"),
    /** Argument: how many characters are allowed. */
    TEXT_TOO_LONG("text.too-long"),
    /** Argument: how many elements are allowed. */
    LIST_TOO_LONG("json.list-too-long"),
    /** A payment reference stands twice in one line, with different values. */
    REPAYMENT_CONFLICT("repayment.conflict"),
    /** A status may be taken back only by whoever says which version is meant. */
    CORRECTION_WITHOUT_MATCH("loan.correction-without-match");

    private final String code;

    SentFlaw(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    FieldError of(String field, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
