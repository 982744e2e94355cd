package kz.ruralincome.domain.credit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.credit.LoanDifferences.Compared;
import kz.ruralincome.domain.shared.Iin;

/**
 * All that people see of one loan.
 *
 * @param lender its code
 * @param asKnownOn the moment by which it is shown; empty: as it stands
 * @param instalments the schedule in force, as far as it is paid
 * @param compared the lender's own figures beside ours
 * @param isNotListed whether the lender's last batch that was to be complete did not name it
 * @param tellings what the lender said of it, the first first
 * @param entries what the lender said of its repayments, the first first
 */
public record LoanDossier(
        long id,
        String lender,
        Optional<OffsetDateTime> asKnownOn,
        Involved borrower,
        List<Involved> parties,
        LoanView loan,
        List<PaidInstalment> instalments,
        List<Compared> compared,
        boolean isNotListed,
        List<Telling> tellings,
        List<Entry> entries) {

    public LoanDossier {
        parties = List.copyOf(parties);
        instalments = List.copyOf(instalments);
        compared = List.copyOf(compared);
        tellings = List.copyOf(tellings);
        entries = List.copyOf(entries);
    }

    /**
     * Somebody who answers for the loan.
     *
     * @param id to open the person by; empty: out of the caller's reach
     * @param name as last listed; empty: none was, or the person is out of reach
     * @param role empty: the borrower
     */
    public record Involved(Optional<UUID> id, Iin iin, String name, Optional<PartyRole> role) {

        /** Without anything of the person, for logs. */
        @Override
        public String toString() {
            return "Involved[" + role + "]";
        }
    }

    /**
     * One version of the loan.
     *
     * @param account who told it
     * @param changes against the version before; of the first none
     */
    public record Telling(int no, OffsetDateTime recordedAt, String account, List<LoanChange> changes) {}

    /** A repayment as it was told or taken back. */
    public record Entry(Repayment repayment, OffsetDateTime recordedAt, String account) {}

    /** Without anything of a person, for logs. */
    @Override
    public String toString() {
        return "LoanDossier[" + id + "]";
    }
}
