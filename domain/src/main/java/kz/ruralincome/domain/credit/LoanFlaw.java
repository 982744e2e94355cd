package kz.ruralincome.domain.credit;

import java.util.List;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/** Why a loan or a repayment cannot be as it was sent; each code has its sentence in every language. */
public enum LoanFlaw {
    VALUE_MISSING("value.missing"),
    AMOUNT_DECIMALS("amount.decimals"),
    /** Argument: the smallest amount that is too large. */
    AMOUNT_TOO_LARGE("amount.too-large"),
    AMOUNT_NEGATIVE("amount.negative"),
    AMOUNT_NOT_POSITIVE("amount.not-positive"),
    /** Arguments: the least and the greatest that can stand there. */
    NUMBER_RANGE("number.range"),
    RATE_DECIMALS("rate.decimals"),
    /** Arguments: the first and the last year. */
    DATE_RANGE("date.range"),
    IIN_LENGTH("iin.length"),
    IIN_SCIENTIFIC("iin.scientific"),
    IIN_FORMAT("iin.format"),
    IIN_CHECKSUM("iin.checksum"),
    BIN_FORMAT("bin.format"),
    BIN_CHECKSUM("bin.checksum"),
    OKED_FORMAT("oked.format"),
    KATO_FORMAT("kato.format"),
    /** Found by the desk, which knows the tree. */
    KATO_UNKNOWN("kato.unknown"),
    TEXT_EMPTY("text.empty"),
    /** Argument: the field that comes first in time. */
    DATE_BEFORE("date.before"),
    /** Arguments: the status so far, the status sent. */
    STATUS_MOVE("loan.status-move"),
    CLOSED_WHILE_OPEN("loan.closed-while-open"),
    GRACE_NOT_WITHIN_TERM("loan.grace-not-within-term"),
    INSTALMENTS_MISSING("loan.instalments-missing"),
    INSTALMENTS_NOT_OWN("loan.instalments-not-own"),
    /** Arguments: the principal, the sum of the instalments' principal. */
    INSTALMENTS_SUM("loan.instalments-sum"),
    INSTALMENTS_ORDER("loan.instalments-order"),
    DISBURSEMENTS_ORDER("loan.disbursements-order"),
    /** Arguments: the principal, the sum of the tranches. */
    DISBURSEMENTS_SUM("loan.disbursements-sum"),
    /** Argument: the day of disbursement. */
    FIRST_TRANCHE("loan.first-tranche"),
    TRANCHE_AFTER_TERM("loan.tranche-after-term"),
    RESCHEDULED_UNDISBURSED("loan.rescheduled-undisbursed"),
    RESCHEDULED_AFTER_TERM("loan.rescheduled-after-term"),
    /** Of a loan: it has repayments before that day already. Argument: the day of the first. */
    REPAID_BEFORE("loan.repaid-before"),
    PARTS_INCOMPLETE("repayment.parts-incomplete"),
    /** Arguments: the amount, the sum of the parts. */
    PARTS_SUM("repayment.parts-sum"),
    BEFORE_DISBURSEMENT("repayment.before-disbursement");

    private final String code;

    LoanFlaw(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** This flaw of a field, with what its sentence needs. */
    public FieldError of(String field, Object... arguments) {
        return new FieldError(field, code, List.of(arguments));
    }
}
