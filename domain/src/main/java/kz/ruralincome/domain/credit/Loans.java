package kz.ruralincome.domain.credit;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.credit.LoanJson.SentLoan;
import kz.ruralincome.domain.credit.LoanJson.SentRepayment;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * The desk at which a lender tells of its loans, one at a time, and sees them; each call is one transaction, and on the
 * audit trail. Calls on one loan wait for each other.
 */
@Stateless
public class Loans {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private CreditReferences references;

    @Inject
    private LoanList list;

    /**
     * What a call on a loan did.
     *
     * @param created the lender had not told of the loan before
     * @param changed something was written; false when the lender had said the same before
     */
    public record Put(boolean created, boolean changed, TakenLoan loan) {}

    /** What a call on a repayment did. */
    public record Repaid(boolean created, AllottedRepayment repayment) {}

    /**
     * Creates or corrects a loan.
     *
     * @param ifMatch the header of that name: the version that the caller means
     * @param correction an impossible move of the status takes one back that was sent in error; only with ifMatch
     * @throws InvalidRequest with every reason why the loan cannot be so
     * @throws StaleVersion when it is no longer the version that the caller means
     */
    public Put put(Access access, String contractNo, SentLoan sent, Optional<String> ifMatch, boolean correction) {
        return at(access, desk -> desk.put(contractNo, sent, ifMatch, correction));
    }

    /** @throws NotFoundException when the lender has told of no such loan */
    public LoanView find(Access access, String contractNo) {
        return at(access, desk -> desk.find(contractNo));
    }

    /**
     * Takes a repayment; the same again changes nothing.
     *
     * @throws RuleViolation {@code repayment.conflict} when the reference stands for other values
     */
    public Repaid repay(Access access, String contractNo, String paymentRef, SentRepayment sent) {
        return at(access, desk -> desk.repay(contractNo, paymentRef, sent));
    }

    /** Takes a repayment back; a second time changes nothing. */
    public Repaid reverse(Access access, String contractNo, String paymentRef) {
        return at(access, desk -> desk.reverse(contractNo, paymentRef));
    }

    /**
     * The lender's loans in the order of their last change, those changed longest ago first. A loan that changes while
     * somebody pages through comes again at the end; none is missed, however late its transaction was committed.
     *
     * @param changedSince those changed on that moment of recording or later
     * @param cursor from the page before
     * @param limit 1 to {@link LoanPage#MOST}
     */
    public LoanPage list(
            Access access,
            Optional<OffsetDateTime> changedSince,
            Optional<LoanStatus> status,
            Optional<String> cursor,
            int limit) {
        return list.page(access, changedSince, status, cursor, limit);
    }

    private <T> T at(Access access, Call<T> call) {
        try (var connection = database.getConnection()) {
            return call.with(new LoanDesk(connection, access, references, calendar.today()));
        } catch (SQLException e) {
            throw new IllegalStateException("the loan cannot be read or written", e);
        }
    }

    /** Something to do at the desk. */
    private interface Call<T> {
        T with(LoanDesk desk) throws SQLException;
    }
}
