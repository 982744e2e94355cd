package kz.ruralincome.domain.credit;

/**
 * A batch as it stands in the list of batches of all lenders.
 *
 * @param lender its code
 * @param account which of its accounts sent it
 * @param errors how many errors it has; a line may have several
 * @param findings how many open loans it did not name
 */
public record BatchEntry(String lender, String account, LoanBatch batch, int errors, int findings) {}
