package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.claim.Statement.Change;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Value;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.shared.AccessRefused;

/** The program's own figures as one caller sees them, all as known on one moment; each date and territory is asked once. */
final class RegisterFigures {

    private final Outcomes outcomes;
    private final Access access;
    private final OutcomeAnswer<IndicatorLine> basis;
    private final Map<Asked, OutcomeAnswer<IndicatorLine>> answers = new HashMap<>();

    private record Asked(LocalDate asOf, Optional<String> territory) {}

    RegisterFigures(Outcomes outcomes, Access access, LocalDate today, Optional<OffsetDateTime> asKnownOn) {
        this.outcomes = outcomes;
        this.access = access;
        this.basis = outcomes.indicators(
                new OutcomeQuestion(today, Optional.empty(), Optional.empty(), Population.ALL, asKnownOn), access);
    }

    /** What every judgement rests on: the moment and the freshness. */
    OutcomeAnswer<IndicatorLine> basis() {
        return basis;
    }

    /** @throws AccessRefused if the caller may not ask what the claim is about */
    void demandReach(Claim claim) {
        claim.statements().forEach(this::lines);
    }

    CheckedClaim judge(KeptClaim kept) {
        Claim claim = kept.claim();
        var percents = new PercentCheck(numbers(claim));
        return new CheckedClaim(
                kept,
                claim.statements().stream()
                        .map(statement ->
                                statement instanceof Percent percent ? percents.check(percent) : judge(statement))
                        .toList());
    }

    private CheckedStatement judge(Statement statement) {
        Optional<BigDecimal> ours = ours(statement);
        Verdict verdict = ours.map(number -> Verdict.of(
                        number, PublishedNumber.of(statement.printed()).orElseThrow()))
                .orElse(Verdict.NOT_KNOWN);
        return new CheckedStatement(statement, verdict, ours, List.of());
    }

    private Optional<BigDecimal> ours(Statement statement) {
        List<IndicatorLine> lines = linesWithinReach(statement);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> last = lines.get(lines.size() - 1).value();
        return statement instanceof Change
                ? last.flatMap(after -> lines.get(0).value().map(after::subtract))
                : last;
    }

    /** All numbers of which a percentage of the claim may be one, and the plans of the indicators it names. */
    private List<BigDecimal> numbers(Claim claim) {
        List<BigDecimal> numbers = new ArrayList<>();
        PublishedNumber.in(claim.text()).forEach(number -> numbers.add(number.value()));
        for (Statement statement : claim.statements()) {
            if (statement instanceof Percent percent) {
                add(numbers, percent.part());
                percent.whole().ifPresent(whole -> add(numbers, whole));
            } else {
                add(numbers, statement.printed());
                linesWithinReach(statement).forEach(line -> line.plan().ifPresent(numbers::add));
            }
        }
        return numbers;
    }

    private static void add(List<BigDecimal> numbers, String text) {
        PublishedNumber.of(text).ifPresent(number -> numbers.add(number.value()));
    }

    /** Nothing, when a claim that somebody else handed in is about a place out of the caller's reach. */
    private List<IndicatorLine> linesWithinReach(Statement statement) {
        try {
            return lines(statement);
        } catch (AccessRefused outOfReach) {
            return List.of();
        }
    }

    /** The lines of the indicator on the dates of the statement, the earlier first; none for a percentage. */
    private List<IndicatorLine> lines(Statement statement) {
        if (statement instanceof Value value) {
            return List.of(line(value.indicator(), new Asked(value.asOf(), value.territory())));
        }
        if (statement instanceof Change change) {
            return List.of(
                    line(change.indicator(), new Asked(change.from(), change.territory())),
                    line(change.indicator(), new Asked(change.to(), change.territory())));
        }
        return List.of();
    }

    private IndicatorLine line(String indicator, Asked asked) {
        return answers.computeIfAbsent(asked, this::ask).items().stream()
                .filter(line -> line.indicator().code().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    private OutcomeAnswer<IndicatorLine> ask(Asked asked) {
        return outcomes.indicators(
                new OutcomeQuestion(
                        asked.asOf(),
                        Optional.empty(),
                        asked.territory(),
                        Population.ALL,
                        Optional.of(basis.asKnownOn())),
                access);
    }
}
