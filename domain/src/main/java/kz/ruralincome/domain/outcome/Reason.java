package kz.ruralincome.domain.outcome;

import kz.ruralincome.domain.shared.SmallCells;

/** Why a figure is missing, or what must be known beside it: stable codes, explained in the message bundle. */
public final class Reason {

    /** The lists that it needs hold nothing on it. */
    public static final String NO_DATA = "NO_DATA";
    /** A parameter of the law that it needs has no row on that date. */
    public static final String PARAMETER_MISSING = "PARAMETER_MISSING";
    /** It counts no persons, so a population cannot narrow it. */
    public static final String NOT_FOR_POPULATION = "NOT_FOR_POPULATION";
    /** It would give away a small group of persons. */
    public static final String SMALL_CELL = SmallCells.REASON;
    /** Followed by a colon and the number of households on whose incomes a mean rests, when others have none. */
    public static final String HOUSEHOLDS_WITH_INCOMES = "HOUSEHOLDS_WITH_INCOMES";

    private Reason() {}

    static String householdsWithIncomes(long number) {
        return HOUSEHOLDS_WITH_INCOMES + ":" + number;
    }
}
