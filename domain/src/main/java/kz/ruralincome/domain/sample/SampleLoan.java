package kz.ruralincome.domain.sample;

/**
 * One loan of the sample: whose, from whom, on which terms, and how the borrower is going to pay.
 *
 * @param serial 0 for the borrower's first loan
 * @param contractNo empty until all loans are known and numbered
 */
record SampleLoan(
        SamplePerson borrower, int serial, SampleLender lender, String contractNo, SampleTerms terms, Habit habit) {

    /** How a borrower pays. */
    enum Habit {
        /** In time, but for a few days now and then. */
        GOOD,
        /** Ahead of time when there is money, some the whole rest. */
        AHEAD,
        /** Often some weeks late. */
        SLACK,
        /** In time until it goes wrong. */
        FAILING,
        /** Approved and not handed over yet. */
        WAITING,
        /** Approved and given up before anything was handed over. */
        CANCELLED
    }

    SampleLoan numbered(String number) {
        return new SampleLoan(borrower, serial, lender, number, terms, habit);
    }

    /** What tells this loan from all others, to draw by. */
    long key() {
        return borrower.index() * 4L + serial;
    }
}
