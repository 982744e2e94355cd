package kz.ruralincome.domain.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.shared.Iin;

/**
 * A loan as it was sent, perhaps incomplete or in contradiction with itself: a form that is being filled in.
 *
 * <p>What was not sent is null. {@link LoanRules#check} tells everything that is wrong with it; a draft without a flaw
 * becomes {@link LoanTerms}.
 */
public final class LoanDraft {

    /** Months in which only interest is paid, when the lender does not say. */
    private static final int NO_GRACE = 0;

    public String iin;
    public Purpose purpose;
    public String oked;
    public String kato;
    public LocalDate approvedOn;
    public LocalDate disbursedOn;
    public BigDecimal principal;
    public BigDecimal annualRate;
    public BigDecimal effectiveRate;
    public Integer termMonths;
    public Integer graceMonths;
    public ScheduleKind schedule;
    public Product product;
    public FundingSource fundingSource;
    public List<Instalment> instalments;
    public List<Disbursement> disbursements;
    public List<Party> parties;
    public List<Collateral> collateral;
    public String bin;
    public LoanStatus status;
    public LocalDate closedOn;
    public LocalDate rescheduledOn;
    public Reported reported;

    /**
     * The terms that this draft says.
     *
     * @throws RuntimeException if {@link LoanRules#check} was not asked, or its answer not heeded
     */
    public LoanTerms terms() {
        return new LoanTerms(
                new Iin(iin),
                purpose,
                Optional.ofNullable(oked),
                Optional.ofNullable(kato),
                approvedOn,
                Optional.ofNullable(disbursedOn),
                money(principal),
                rate(annualRate),
                Optional.ofNullable(effectiveRate).map(LoanDraft::rate),
                termMonths,
                graceMonths(),
                schedule,
                product == null ? Product.MONEY : product,
                Optional.ofNullable(fundingSource),
                all(instalments).stream()
                        .map(one -> new Instalment(one.dueOn(), money(one.principal()), money(one.interest())))
                        .toList(),
                all(disbursements).stream()
                        .map(one -> new Disbursement(one.on(), money(one.amount())))
                        .toList(),
                all(parties),
                all(collateral).stream()
                        .map(one -> new Collateral(one.kind(), money(one.value())))
                        .toList(),
                Optional.ofNullable(bin),
                status,
                Optional.ofNullable(closedOn),
                Optional.ofNullable(rescheduledOn),
                Optional.ofNullable(reported).map(LoanDraft::tidy));
    }

    int graceMonths() {
        return graceMonths == null ? NO_GRACE : graceMonths;
    }

    static <T> List<T> all(List<T> sent) {
        return sent == null ? List.of() : sent;
    }

    static BigDecimal money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static BigDecimal rate(BigDecimal percent) {
        var plain = percent.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static Reported tidy(Reported sent) {
        return new Reported(
                sent.on(),
                sent.daysPastDue(),
                sent.principal().map(LoanDraft::money),
                sent.interest().map(LoanDraft::money),
                sent.overduePrincipal().map(LoanDraft::money),
                sent.overdueInterest().map(LoanDraft::money),
                sent.penalty().map(LoanDraft::money),
                sent.writtenOff().map(LoanDraft::money));
    }
}
