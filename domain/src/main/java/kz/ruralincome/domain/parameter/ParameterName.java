package kz.ruralincome.domain.parameter;

import static kz.ruralincome.domain.parameter.ParameterName.Measure.MCI_TIMES;
import static kz.ruralincome.domain.parameter.ParameterName.Measure.MONTHS;
import static kz.ruralincome.domain.parameter.ParameterName.Measure.PERCENT;
import static kz.ruralincome.domain.parameter.ParameterName.Measure.TENGE;
import static kz.ruralincome.domain.parameter.ParameterName.Measure.YEARS;
import static kz.ruralincome.domain.parameter.ParameterName.Measure.YES_NO;

/** The parameters of the list {@code parameters}, with what their values are counted in. */
public enum ParameterName {
    MCI(TENGE),
    MCI_SOCIAL(TENGE),
    SUBSISTENCE_MINIMUM(TENGE),
    REGIONAL_SUBSISTENCE_MINIMUM(TENGE),
    REGIONAL_MEDIAN_INCOME(TENGE),
    POVERTY_LINE(TENGE),
    LINE_PERCENT_OF_MINIMUM(PERCENT),
    LINE_PERCENT_OF_MEDIAN(PERCENT),
    CHILD_SUPPLEMENT_MCI(MCI_TIMES),
    PENSION_AGE_MEN(YEARS),
    PENSION_AGE_WOMEN(YEARS),
    LOAN_CAP_MCI(MCI_TIMES),
    LOAN_CAP_MCI_PROCESSING(MCI_TIMES),
    LOAN_RATE_CAP(PERCENT),
    LOAN_TERM_MONTHS(MONTHS),
    LOAN_TERM_MONTHS_LIVESTOCK(MONTHS),
    LOAN_TERM_MONTHS_AGRICULTURE(MONTHS),
    LOAN_GRACE_MONTHS(MONTHS),
    LOAN_COUNTED_AS_INCOME(YES_NO);

    /** What a value is counted in. */
    public enum Measure {
        TENGE,
        PERCENT,
        /** So many monthly calculation indices. */
        MCI_TIMES,
        YEARS,
        MONTHS,
        /** 1 is yes, 0 is no. */
        YES_NO
    }

    private final Measure measure;

    ParameterName(Measure measure) {
        this.measure = measure;
    }

    public Measure measure() {
        return measure;
    }
}
