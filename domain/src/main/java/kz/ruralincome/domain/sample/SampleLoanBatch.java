package kz.ruralincome.domain.sample;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loans of one lender as NDJSON, made while it is read: it can be opened as often as wanted and is the same each time.
 *
 * @param lender the account of the lender
 * @param key tells it from the lender's other batches
 * @param complete the day on which these are all of the lender's open loans, where it says so
 */
public record SampleLoanBatch(
        String lender,
        String key,
        Optional<LocalDate> complete,
        List<SampleLoan> loans,
        Function<SampleLoan, String> text) {

    /** A repayment that was booked twice in error. */
    public record Reversal(String lender, String contractNo, String paymentRef) {}

    public InputStream open() {
        return new SampleContent("", loans.size(), part -> text.apply(loans.get(part)));
    }
}
