package kz.ruralincome.domain.credit;

import java.math.BigDecimal;

/** An instalment of the schedule in force, and what was paid of it. */
public record PaidInstalment(ScheduleLine line, BigDecimal paidPrincipal, BigDecimal paidInterest) {

    /** What was paid, together. */
    public BigDecimal paid() {
        return paidPrincipal.add(paidInterest);
    }

    public boolean isPaid() {
        return paid().compareTo(line.principal().add(line.interest())) >= 0;
    }
}
