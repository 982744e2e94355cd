package kz.ruralincome.domain.sample;

import static kz.ruralincome.domain.sample.SampleDays.NEVER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.sample.SampleLoan.Habit;

/** All loans of the sample, numbered by lender and year in the order of their approval. */
final class SampleLoans {

    private final SampleWorkingDays workingDays = new SampleWorkingDays();
    private final SampleRandom random;
    private final List<SampleLoan> loans = new ArrayList<>();

    SampleLoans(SampleRandom random, List<SamplePerson> people) {
        this.random = random;
        var borrowers = new SampleBorrowers(random);
        var agreement = new SampleAgreement(workingDays, random);
        List<SampleLoan> agreed = new ArrayList<>();
        for (SamplePerson person : people) {
            int on = borrowers.borrowsOn(person);
            if (on != NEVER) {
                SampleLoan first = agreement.agree(person, 0, on);
                agreed.add(first);
                again(first, agreement, agreed);
            }
        }
        number(agreed);
    }

    /** Of those who paid all back ahead of time, some borrow again. */
    private void again(SampleLoan first, SampleAgreement agreement, List<SampleLoan> agreed) {
        if (first.habit() != Habit.AHEAD) {
            return;
        }
        SampleLoanLife life = life(first);
        SampleRandom own = random.split(4, first.key());
        if (life.status().equals("REPAID") && own.chance(450)) {
            int on = life.closedOn() + own.between(10, 200);
            if (on < SampleDays.LAST - 4
                    && !first.borrower().isGone(on)
                    && SampleBorrowers.home(first.borrower(), on) != null) {
                agreed.add(agreement.agree(first.borrower(), 1, on));
            }
        }
    }

    private void number(List<SampleLoan> agreed) {
        Map<String, Integer> numbers = new HashMap<>();
        agreed.stream()
                .sorted(Comparator.comparingInt(
                                (SampleLoan loan) -> loan.terms().approvedOn())
                        .thenComparingLong(SampleLoan::key))
                .forEach(loan -> {
                    int year = LocalDate.ofEpochDay(loan.terms().approvedOn()).getYear();
                    int number = numbers.merge(loan.lender().account() + year, 1, Integer::sum);
                    loans.add(loan.numbered(loan.lender().contractNo(year, number)));
                });
    }

    List<SampleLoan> all() {
        return loans;
    }

    List<SampleLoan> of(SampleLender lender) {
        return loans.stream().filter(loan -> loan.lender() == lender).toList();
    }

    SampleLoanLife life(SampleLoan loan) {
        return SampleLoanLife.of(loan, workingDays, random);
    }
}
