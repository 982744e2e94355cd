package kz.ruralincome.domain.sample;

/**
 * What was agreed of a loan.
 *
 * @param kato the village of the borrower
 * @param principal in tenge
 * @param rate in hundredths of a percent a year
 * @param term in months, as is the grace
 * @param schedule by the words of the lenders' interface, as are purpose, product and funding
 * @param trancheOn the day of a second tranche of two fifths; never: all is handed over at once
 */
record SampleTerms(
        String purpose,
        String oked,
        int kato,
        int approvedOn,
        int disbursedOn,
        long principal,
        int rate,
        int term,
        int grace,
        String schedule,
        String product,
        String funding,
        int trancheOn) {

    boolean isOwn() {
        return schedule.equals("OWN");
    }

    boolean hasTranches() {
        return trancheOn != SampleDays.NEVER;
    }

    /** What is handed over at first, in tiyn. */
    long firstTranche() {
        return hasTranches() ? principal * 100 - secondTranche() : principal * 100;
    }

    /** What is handed over later, in tiyn. */
    long secondTranche() {
        return principal * 2 / 5 * 100;
    }

    SampleTerms rescheduled(int newTerm, int newGrace) {
        return new SampleTerms(
                purpose,
                oked,
                kato,
                approvedOn,
                disbursedOn,
                principal,
                rate,
                newTerm,
                newGrace,
                schedule,
                product,
                funding,
                trancheOn);
    }
}
