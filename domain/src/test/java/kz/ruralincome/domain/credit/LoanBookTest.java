package kz.ruralincome.domain.credit;

import static kz.ruralincome.domain.credit.LoanFixture.day;
import static kz.ruralincome.domain.credit.LoanFixture.draft;
import static kz.ruralincome.domain.credit.LoanFixture.money;
import static kz.ruralincome.domain.credit.LoanFixture.smallDraft;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares of the book of small loans that return 100 on the third of each month, from 3 February 2022 on. */
class LoanBookTest {

    private static LoanBook.Entry entry(LoanFixture loan, String day, boolean isRescheduled) {
        return new LoanBook.Entry(money("1200"), loan.at(day), isRescheduled);
    }

    private static LoanBook book(String day, LoanFixture... loans) {
        return new LoanBook(
                List.of(loans).stream().map(loan -> entry(loan, day, false)).toList());
    }

    private static LoanFixture late() {
        return LoanFixture.of(smallDraft());
    }

    /** Pays what is due, and something ahead. */
    private static LoanFixture inTime() {
        return LoanFixture.of(smallDraft()).paid("2022-02-03", "300", "0", "0").paid("2022-03-03", "100");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-04, PAR1, 0", "2022-02-05, PAR1, 1200",
        "2022-03-05, PAR30, 0", "2022-03-06, PAR30, 1200",
        "2022-04-04, PAR60, 0", "2022-04-05, PAR60, 1200",
        "2022-05-04, PAR90, 0", "2022-05-05, PAR90, 1200",
        "2022-05-04, NPL90, 0", "2022-05-05, NPL90, 1200",
    })
    void aLoanIsAtRiskWithAllItsPrincipalOnceItIsLaterThanThat(String day, BookShare share, BigDecimal atRisk) {
        var ratio = book(day, late()).share(share);

        assertThat(ratio.numerator()).isEqualByComparingTo(atRisk);
        assertThat(ratio.denominator()).isEqualByComparingTo("1200");
    }

    @Test
    void aShareIsOfTheOutstandingPrincipalOfAllLoans() {
        var prompt = LoanFixture.of(smallDraft()).paid("2022-02-03", "100").paid("2022-03-03", "100");
        var book = book("2022-03-20", late(), prompt);

        assertThat(book.share(BookShare.PAR30)).isEqualTo(new Ratio(money("1200"), money("2200")));
        assertThat(book.share(BookShare.PAR30).percent()).contains(new BigDecimal("54.5"));
        assertThat(book.loans()).isEqualTo(2);
        assertThat(book.sum()).isEqualByComparingTo("2400");
        assertThat(book.outstanding()).isEqualByComparingTo("2200");
    }

    @Test
    void nonPerformingIsCountedWithInterest() {
        var standing = LoanFixture.of(draft()).at("2022-05-05");
        var owed = standing.outstanding().principal().add(standing.outstanding().interest());

        assertThat(standing.outstanding().interest()).isPositive();
        assertThat(BookShare.NPL90.of(standing)).isEqualTo(new Ratio(owed, owed));
        assertThat(BookShare.PAR90.of(standing).numerator()).isEqualTo(money("8625000"));
    }

    @Test
    void theRepaymentRateIsWhatWasPaidOfWhatFellDue() {
        var half = LoanFixture.of(smallDraft()).paid("2022-02-03", "150", "0", "0");
        var book = book("2022-03-20", late(), half);

        // 200 of the one fell due and nothing was paid; of the other 195.45, and 100 was paid when due
        assertThat(book.share(BookShare.REPAYMENT_RATE)).isEqualTo(new Ratio(money("100"), money("395.45")));
        assertThat(book.share(BookShare.REPAYMENT_RATE).percent()).contains(new BigDecimal("25.3"));
    }

    @Test
    void whatIsPaidAheadDoesNotRaiseTheRepaymentRateAboveTheWhole() {
        assertThat(book("2022-03-20", inTime()).share(BookShare.REPAYMENT_RATE).percent())
                .contains(new BigDecimal("100.0"));
    }

    @Test
    void rescheduledLoansCanBeLeftOut() {
        var book = new LoanBook(List.of(entry(late(), "2022-03-20", true), entry(inTime(), "2022-03-20", false)));

        assertThat(book.share(BookShare.PAR30).numerator()).isEqualByComparingTo("1200");
        assertThat(book.shareWithoutRescheduled(BookShare.PAR30).numerator()).isZero();
        assertThat(book.shareWithoutRescheduled(BookShare.PAR30).denominator()).isEqualByComparingTo("800");
    }

    @Test
    void whatWasWrittenOffIsNotAtRiskAndStaysInTheRepaymentRate() {
        var draft = smallDraft();
        draft.status = LoanStatus.WRITTEN_OFF;
        draft.closedOn = day("2022-03-10");
        var book = book("2022-06-01", LoanFixture.of(draft));

        assertThat(book.share(BookShare.PAR1).percent()).isEmpty();
        assertThat(book.share(BookShare.REPAYMENT_RATE)).isEqualTo(new Ratio(money("0"), money("200")));
    }

    @Test
    void everyShareHasItsCode() {
        assertThat(List.of(BookShare.values()))
                .extracting(BookShare::code)
                .containsExactly("par1", "par30", "par60", "par90", "npl90", "repayment-rate");
    }

    @Property(tries = 200)
    void booksOfDisjointLoansAddUp(@ForAll long seed) {
        Map<Boolean, List<LoanBook.Entry>> parts = new java.util.Random(seed)
                .longs(8)
                .mapToObj(RandomLoan::new)
                .map(loan -> new LoanBook.Entry(
                        loan.terms.principal(), loan.ledger().at(day("2022-10-01")), loan.plans.size() > 1))
                .collect(java.util.stream.Collectors.partitioningBy(LoanBook.Entry::isRescheduled));
        var all = new LoanBook(parts.values().stream().flatMap(List::stream).toList());

        for (BookShare share : BookShare.values()) {
            assertThat(new LoanBook(parts.get(true)).share(share).plus(all.shareWithoutRescheduled(share)))
                    .isEqualTo(all.share(share));
        }
    }
}
