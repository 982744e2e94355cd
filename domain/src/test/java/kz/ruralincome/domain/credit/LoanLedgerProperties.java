package kz.ruralincome.domain.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every loan, whatever happens to it. */
class LoanLedgerProperties {

    @Property(tries = 400)
    void everyDayStandsAsTheDefinitionsSay(@ForAll long seed) {
        var loan = new RandomLoan(seed);
        var ledger = loan.ledger();
        var obvious = new ObviousLoan(
                loan.terms,
                loan.plans,
                loan.writtenOffOn,
                loan.repayments,
                loan.workingDays,
                loan.order,
                RandomLoan.LAST_DAY);

        obvious.standings()
                .forEach((day, standing) -> assertThat(ledger.at(day)).isEqualTo(standing));
    }

    @Property(tries = 500)
    void theLineHasAStepForEveryChangeAndNoOther(@ForAll long seed) {
        List<AgeingStep> line = new RandomLoan(seed).ledger().line();

        for (int i = 1; i < line.size(); i++) {
            assertThat(line.get(i).from()).isAfter(line.get(i - 1).from());
            assertThat(line.get(i).on(line.get(i).from()))
                    .isNotEqualTo(line.get(i - 1).on(line.get(i).from()));
        }
    }

    @Property(tries = 500)
    void whatARepaymentPaidAddsUpToIt(@ForAll long seed) {
        for (AllottedRepayment one : new RandomLoan(seed).ledger().repayments()) {
            one.parts().ifPresent(parts -> {
                assertThat(parts.sum())
                        .isEqualByComparingTo(one.repayment().terms().amount());
                assertThat(one.ahead()).isBetween(BigDecimal.ZERO, parts.principal());
            });
        }
    }

    @Property(tries = 500)
    void theScheduleReturnsWhatWasHandedOver(@ForAll long seed) {
        var loan = new RandomLoan(seed);
        var plan = loan.plans.subList(0, 1);
        var lines = LoanLedger.of(loan.terms, plan, Optional.empty(), List.of(), loan.workingDays, AllotmentStep.USUAL)
                .schedule(RandomLoan.LAST_DAY);
        var lastTranche = loan.terms.handedOver().get(loan.terms.handedOver().size() - 1);
        if (lines.get(lines.size() - 1).dueOn().isAfter(lastTranche.on())) {
            assertThat(lines.stream().map(ScheduleLine::principal).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(loan.terms.principal());
            assertThat(lines.get(lines.size() - 1).balance()).isZero();
        }
    }

    @Property(tries = 500)
    void noFigureIsNegativeAndNothingIsOverdueThatIsNotOutstanding(@ForAll long seed) {
        for (AgeingStep step : new RandomLoan(seed).ledger().line()) {
            assertThat(step.overdue().principal())
                    .isBetween(BigDecimal.ZERO, step.outstanding().principal());
            assertThat(step.overdue().interest())
                    .isBetween(BigDecimal.ZERO, step.outstanding().interest());
            assertThat(step.paid()).isBetween(BigDecimal.ZERO, step.due());
            assertThat(step.writtenOff()).isNotNegative();
            assertThat(step.overdueSince().isPresent())
                    .isEqualTo(step.overdue()
                                    .principal()
                                    .add(step.overdue().interest())
                                    .signum()
                            > 0);
        }
    }
}
