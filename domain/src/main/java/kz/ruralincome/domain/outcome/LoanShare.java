package kz.ruralincome.domain.outcome;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.credit.BookShare;

/**
 * A share by which loans are judged, or what they led to: one measure over another.
 *
 * @param code its name in answers and message bundles
 */
public record LoanShare(String code, LoanMeasure numerator, LoanMeasure denominator) {

    /** Those of the loan book, with and without rescheduled loans: {@link BookShare} says what each is. */
    public static final List<LoanShare> OF_BOOK = ofBook();

    /** How many were still entrepreneurs, of those who can be observed that long. */
    public static final List<LoanShare> OF_SURVIVAL = LoanMeasure.MONTHS.stream()
            .map(months -> of("entrepreneur." + months, "entrepreneur." + months, "observed." + months))
            .toList();

    private static final List<LoanShare> OF_REGISTRATION = List.of(
            of("registered.within-90-days", "registered.within-90-days", "borrowers"),
            of("registered.since-approval", "registered.since-approval", "borrowers"),
            of("only-for-loan", "only-for-loan", "registered.from-90-days-before"));

    private static final List<LoanShare> OF_ASSISTANCE =
            List.of(of("back-on-assistance", "back-on-assistance", "assisted-before"));

    /** All of them, in the order in which they are told. */
    public static final List<LoanShare> ALL = java.util.stream.Stream.of(
                    OF_BOOK, OF_REGISTRATION, OF_SURVIVAL, OF_ASSISTANCE)
            .flatMap(List::stream)
            .toList();

    private static LoanShare of(String code, String numerator, String denominator) {
        return new LoanShare(code, LoanMeasure.get(numerator), LoanMeasure.get(denominator));
    }

    private static List<LoanShare> ofBook() {
        List<LoanShare> shares = new ArrayList<>();
        for (String without : List.of("", LoanMeasure.WITHOUT_RESCHEDULED)) {
            Arrays.stream(BookShare.values())
                    .map(share -> switch (share) {
                        case PAR1, PAR30, PAR60, PAR90 ->
                            of(share.code() + without, share.code() + without, "outstanding" + without);
                        case NPL90 -> of(share.code() + without, share.code() + without, "owed" + without);
                        case REPAYMENT_RATE -> of(share.code() + without, "paid" + without, "due" + without);
                    })
                    .forEach(shares::add);
        }
        return List.copyOf(shares);
    }

    public static Optional<LoanShare> of(String code) {
        return ALL.stream().filter(share -> share.code.equals(code)).findFirst();
    }
}
