package kz.ruralincome.domain.outcome;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Wanted;
import kz.ruralincome.domain.outcome.QuestionSettling.Settled;
import kz.ruralincome.domain.shared.InvalidRequest;

/** What the loans of a window led to. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoanOutcomes {

    /** Loans come by calls of which nobody declares that they are all; these lists say the rest of their story. */
    private static final List<String> RESTS_ON = List.of(
            "members", "vital-events", "assistance", "occupations", "registrations", "enrolments", "households");

    private static final List<String> OBSERVED_BY = List.of("assistance", "registrations", "vital-events");

    @Inject
    private LoanOutcomeReading reading;

    @Inject
    private QuestionSettling settling;

    @Inject
    private AuditTrail audit;

    /** The figures of all loans that were asked for, and of their groups. */
    public LoanAnswer loans(LoanQuestion question, Access access) {
        Access.demand(access.seesFigures());
        var settled = settling.settle(question.about(), access);
        var found = reading.read(wanted(question, settled));
        if (!found.hasLender()) {
            throw new InvalidRequest(
                    "lender", "outcome.lender.unknown", question.lender().orElseThrow());
        }
        if (!found.agesKnown()) {
            throw new InvalidRequest("population", "outcome.reason." + Reason.PARAMETER_MISSING);
        }
        if (!access.seesPersons()) {
            var details = QuestionSettling.details(question.about());
            question.lender().ifPresent(lender -> details.add("lender", lender));
            // differences between answers are audited
            audit.note(access.account(), "outcome.loans", details.build().toString());
        }
        var answer = new LoanAnswer(
                new OutcomeAnswer<>(
                        question.about().asOf(),
                        question.about().window().start(),
                        settled.territory(),
                        settled.knownOn(),
                        settled.fresh(),
                        coversTo(found.coverage(), settled, RESTS_ON),
                        new LoanGrouping(settled.places(), settled.territory()).rows(found)),
                question.lender(),
                found.observedTo(),
                found.comparison());
        return access.seesPersons() ? answer : new LoanProtection(settled.places(), settled.territory()).of(answer);
    }

    private static Wanted wanted(LoanQuestion question, Settled settled) {
        LocalDate asOf = question.about().asOf();
        boolean nowhere = settled.territory().filter(Places.NOWHERE::equals).isPresent();
        return new Wanted(
                question.about().window(),
                question.about().population(),
                question.lender(),
                nowhere ? Optional.empty() : settled.territory().map(settled.places()::units),
                nowhere,
                settled.knownOn(),
                coverage -> coversTo(coverage, settled, OBSERVED_BY)
                        .filter(day -> day.isBefore(asOf))
                        .orElse(asOf));
    }

    private static Optional<LocalDate> coversTo(Coverage coverage, Settled settled, List<String> lists) {
        return settled.places().coversTo(coverage, settled.territory(), lists);
    }
}
