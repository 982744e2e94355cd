package kz.ruralincome.domain.credit;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;

/**
 * One loan while somebody writes to it: what stands in the database, and what was added since. Every writer, of one loan or
 * of thousands, goes by it.
 */
final class LoanFile {

    private final long id;
    private final String contractNo;
    private final Map<String, Kept> repayments = new LinkedHashMap<>();
    private final List<LoanVersion> added = new ArrayList<>();
    private final List<Repayment> addedRepayments = new ArrayList<>();
    private final List<Long> supersededRepayments = new ArrayList<>();
    private LoanVersion standing;
    private Optional<Long> supersededVersion = Optional.empty();

    /** A repayment and its row, once it has one. */
    private record Kept(Repayment repayment, Optional<Long> row) {}

    LoanFile(long id, String contractNo) {
        this.id = id;
        this.contractNo = contractNo;
    }

    /** A loan that is looked at without being made. */
    static LoanFile unknown(String contractNo) {
        return new LoanFile(0, contractNo);
    }

    long id() {
        return id;
    }

    String contractNo() {
        return contractNo;
    }

    /** What the lender says of it; empty when it has said nothing yet. */
    Optional<LoanVersion> version() {
        return Optional.ofNullable(standing);
    }

    List<Repayment> repayments() {
        return repayments.values().stream().map(Kept::repayment).toList();
    }

    Optional<Repayment> repayment(String paymentRef) {
        return Optional.ofNullable(repayments.get(paymentRef)).map(Kept::repayment);
    }

    /** What follows from it, by the schedules of its versions. */
    LoanLedger ledger(LoanStore store, CreditReference reference, List<AllotmentStep> order) throws SQLException {
        var earlier = store.earlier(id, standing.earlierPlans());
        return LoanLedger.of(
                standing.terms(),
                standing.repaymentPlans(earlier),
                standing.writtenOffOn(),
                repayments(),
                reference.days(),
                order);
    }

    /** When the first money was handed over. */
    Optional<LocalDate> disbursedOn() {
        return version().flatMap(version -> disbursedOn(version.terms()));
    }

    static Optional<LocalDate> disbursedOn(LoanTerms terms) {
        return terms.handedOver().stream().findFirst().map(Disbursement::on);
    }

    void stands(LoanVersion version) {
        standing = version;
    }

    void stands(long row, Repayment repayment) {
        repayments.put(repayment.paymentRef(), new Kept(repayment, Optional.of(row)));
    }

    /** Why the loan cannot become one of this status. */
    Optional<FieldError> flawOfMove(LoanStatus status, boolean correction) {
        return version().flatMap(version -> LoanRules.checkMove(version.terms().status(), status, correction));
    }

    /** Why these terms cannot be, after what was repaid. */
    Optional<FieldError> flawAfterRepayments(LoanTerms terms) {
        return repayments.values().stream()
                .map(Kept::repayment)
                .filter(repayment -> !repayment.reversed())
                .map(repayment -> repayment.terms().paidOn())
                .min(Comparator.naturalOrder())
                .flatMap(first -> LoanRules.checkRepaid(terms, first));
    }

    /** Takes what the lender says; false when it has said so before. */
    boolean put(LoanTerms terms, int person, boolean correction) {
        if (standing != null && standing.terms().equals(terms)) {
            return false;
        }
        boolean takesBack = correction && flawOfMove(terms.status(), false).isPresent();
        if (standing != null && standing.row().isPresent()) {
            supersededVersion = standing.row();
        }
        standing = standing == null
                ? LoanVersion.first(terms, person)
                : standing.next(terms, person, takesBack, repayments());
        added.add(standing);
        return true;
    }

    /** Says who borrowed, by IIN, by the versions that were added. */
    void nameBorrowers(Map<String, Integer> persons) {
        added.replaceAll(version -> version.of(persons.get(version.terms().iin().digits())));
        if (!added.isEmpty()) {
            standing = added.get(added.size() - 1);
        }
    }

    /** Whether the reference stands for another repayment than this. */
    boolean isTaken(String paymentRef, RepaymentTerms terms) {
        return repayment(paymentRef)
                .filter(other -> !other.terms().equals(terms))
                .isPresent();
    }

    /** Takes a repayment whose reference is not taken; false when it is known already. */
    boolean repay(String paymentRef, RepaymentTerms terms) {
        if (repayments.containsKey(paymentRef)) {
            return false;
        }
        keep(new Repayment(paymentRef, terms, false));
        return true;
    }

    /** Takes a repayment back that is known; false when it was taken back before. */
    boolean reverse(String paymentRef) {
        Kept kept = repayments.get(paymentRef);
        if (kept.repayment().reversed()) {
            return false;
        }
        kept.row().ifPresent(supersededRepayments::add);
        keep(new Repayment(paymentRef, kept.repayment().terms(), true));
        return true;
    }

    private void keep(Repayment repayment) {
        repayments.put(repayment.paymentRef(), new Kept(repayment, Optional.empty()));
        addedRepayments.add(repayment);
    }

    boolean isChanged() {
        return !added.isEmpty() || !addedRepayments.isEmpty();
    }

    List<LoanVersion> added() {
        return added;
    }

    List<Repayment> addedRepayments() {
        return addedRepayments;
    }

    Optional<Long> supersededVersion() {
        return supersededVersion;
    }

    List<Long> supersededRepayments() {
        return supersededRepayments;
    }
}
