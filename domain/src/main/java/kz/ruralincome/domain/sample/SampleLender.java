package kz.ruralincome.domain.sample;

import java.util.Locale;

/** Who lends in the sample: most of it the region's social-entrepreneurial corporation. */
enum SampleLender {
    SPK("spk"),
    BANK_A("bank-a"),
    BANK_B("bank-b");

    private final String account;

    SampleLender(String account) {
        this.account = account;
    }

    String account() {
        return account;
    }

    /** The banks say what a repayment paid; for the corporation the program allots it. */
    boolean tellsParts() {
        return this != SPK;
    }

    /** The number of the n-th contract of a year; the corporation and the second bank number alike, so some are equal. */
    String contractNo(int year, int number) {
        return this == BANK_A ? String.format(Locale.ROOT, "МК-%d-%05d", year, number) : number + "/" + year + "-А";
    }
}
