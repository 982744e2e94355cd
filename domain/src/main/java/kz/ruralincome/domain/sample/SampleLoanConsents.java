package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.NEVER;

import java.util.HashMap;
import java.util.Map;

/** The consents that borrowers gave to their lenders at the latest on the day of approval; a few gave none. */
final class SampleLoanConsents {

    private final SampleRandom random;
    private final SampleParticipants participants;
    private final Map<SamplePerson, SampleLoan> firstLoans = new HashMap<>();

    SampleLoanConsents(SampleRandom random, SampleLoans loans, SampleParticipants participants) {
        this.random = random;
        this.participants = participants;
        loans.all()
                .forEach(loan -> firstLoans.merge(
                        loan.borrower(), loan, (one, other) -> one.serial() < other.serial() ? one : other));
    }

    /** Who consented at enrolment is not asked again, even if he took it back since. */
    void consents(SamplePerson person, SampleCsv out) {
        SampleLoan loan = firstLoans.get(person);
        if (loan == null || participants.hasLetLendersIn(person)) {
            return;
        }
        SampleRandom own = random.split(1, person.index());
        if (!own.chance(45)) {
            int asked = loan.terms().approvedOn() - own.below(15);
            SampleParticipants.consent(person, "LENDER_EXCHANGE", asked, NEVER, "К-" + (10_000 + person.index()), out);
        }
    }
}
