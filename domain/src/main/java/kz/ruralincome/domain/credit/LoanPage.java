package kz.ruralincome.domain.credit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Some loans of a lender, those changed longest ago first.
 *
 * @param next where to go on; empty after the last
 */
public record LoanPage(List<Item> items, Optional<String> next) {

    /** The page after which nothing comes has fewer than this many. */
    public static final int MOST = 500;

    /**
     * One loan.
     *
     * @param changedAt when its terms or its repayments last changed: moment of recording
     */
    public record Item(String contractNo, String etag, OffsetDateTime changedAt, LoanTerms terms) {}
}
