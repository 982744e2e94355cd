package kz.ruralincome.domain.outcome;

/**
 * Enrolled people six months after their enrolment, and what became of them from that day on: those who had borrowed by
 * then beside those who had not. It compares; it proves no cause. Of the figures only {@link LoanMeasure#BORROWERS}, their
 * number, and {@link LoanShare#OF_SURVIVAL} are counted.
 */
public record LoanComparison(LoanFigures borrowers, LoanFigures others) {

    /** So many months after enrolment people are followed from. */
    public static final int LANDMARK_MONTHS = 6;
}
