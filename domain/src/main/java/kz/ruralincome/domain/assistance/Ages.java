package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.ruralincome.domain.assistance.TestInput.Member;

/**
 * What depends on the age on a day.
 *
 * @param pensionAgeOfMen years, halves allowed
 */
record Ages(BigDecimal pensionAgeOfMen, BigDecimal pensionAgeOfWomen) {

    private static final int FIRST_YEAR_OF_SUPPLEMENT = 1;
    private static final int YEARS_AFTER_SUPPLEMENT = 7;
    private static final int ADULT = 18;
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** From the first birthday to the day before the seventh: one to six years inclusive. */
    static boolean hasSupplement(Member member, LocalDate day) {
        LocalDate born = member.born().orElseThrow();
        return !born.plusYears(FIRST_YEAR_OF_SUPPLEMENT).isAfter(day)
                && born.plusYears(YEARS_AFTER_SUPPLEMENT).isAfter(day);
    }

    /** From the eighteenth birthday to the day before pension age; its birth date and sex must be known. */
    boolean isOfWorkingAge(Member member, LocalDate day) {
        LocalDate born = member.born().orElseThrow();
        BigDecimal pension = member.sex().orElseThrow().equals("M") ? pensionAgeOfMen : pensionAgeOfWomen;
        return !born.plusYears(ADULT).isAfter(day)
                && born.plusMonths(pension.multiply(MONTHS).longValue()).isAfter(day);
    }
}
