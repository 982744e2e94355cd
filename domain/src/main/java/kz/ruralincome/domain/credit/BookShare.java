package kz.ruralincome.domain.credit;

import java.math.BigDecimal;

/**
 * The shares by which a loan book is judged, each a numerator over a denominator that are shown with it.
 *
 * <p>Portfolio at risk: the outstanding principal of loans more than so many days past due, of that of all loans. What was
 * written off is outstanding no more and is in neither; a rescheduled loan counts by its new schedule, so the share is
 * given without such loans, too. Non-performing: principal and interest owed of loans more than 90 days past due, of that
 * of all loans. Repayment rate: of what has fallen due up to the day, principal and interest, what was paid up to the day,
 * loans written off included; it is not the rest of the portfolio at risk.
 */
public enum BookShare {
    PAR1("par1", 1),
    PAR30("par30", 30),
    PAR60("par60", 60),
    PAR90("par90", 90),
    NPL90("npl90", 90),
    REPAYMENT_RATE("repayment-rate", 0);

    private final String code;
    private final int days;

    BookShare(String code, int days) {
        this.code = code;
        this.days = days;
    }

    /** Its name in answers and message bundles. */
    public String code() {
        return code;
    }

    /** What one loan adds to the numerator and the denominator. */
    public Ratio of(Standing loan) {
        return switch (this) {
            case PAR1, PAR30, PAR60, PAR90 -> late(loan, loan.outstanding().principal());
            case NPL90 ->
                late(loan, loan.outstanding().principal().add(loan.outstanding().interest()));
            case REPAYMENT_RATE -> new Ratio(loan.paid(), loan.due());
        };
    }

    private Ratio late(Standing loan, BigDecimal owed) {
        return new Ratio(loan.daysPastDue() > days ? owed : BigDecimal.ZERO, owed);
    }
}
