package kz.ruralincome.domain.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;

/** The program's own figures as one caller sees them, all as known on one moment; each date and territory is asked once. */
public final class RegisterFigures implements Figures {

    private final Outcomes outcomes;
    private final Access access;
    private final OffsetDateTime knownOn;
    private final Map<Asked, List<IndicatorLine>> answers = new HashMap<>();

    private record Asked(LocalDate asOf, Optional<String> territory) {}

    public RegisterFigures(Outcomes outcomes, Access access, OffsetDateTime knownOn) {
        this.outcomes = outcomes;
        this.access = access;
        this.knownOn = knownOn;
    }

    /**
     * Demands that the statements are about what there is and what the caller may ask.
     *
     * @throws AccessRefused if one is about a place out of reach
     * @throws InvalidRequest if one is about no place, with the statement in its field
     */
    void demandReach(List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            try {
                statement.days().forEach(day -> answer(new Asked(day, statement.territory())));
            } catch (InvalidRequest wrong) {
                throw wrong.within("statements[" + i + "].");
            }
        }
    }

    @Override
    public Optional<BigDecimal> value(String indicator, LocalDate asOf, Optional<String> territory) {
        return line(indicator, asOf, territory).flatMap(IndicatorLine::value);
    }

    @Override
    public Optional<BigDecimal> plan(String indicator, LocalDate asOf, Optional<String> territory) {
        return line(indicator, asOf, territory).flatMap(IndicatorLine::plan);
    }

    /** Nothing, when a claim that somebody else handed in is about a place out of reach, or one that was not yet there. */
    private Optional<IndicatorLine> line(String indicator, LocalDate asOf, Optional<String> territory) {
        try {
            return answer(new Asked(asOf, territory)).stream()
                    .filter(line -> line.indicator().code().equals(indicator))
                    .findFirst();
        } catch (AccessRefused | InvalidRequest outOfReach) {
            return Optional.empty();
        }
    }

    private List<IndicatorLine> answer(Asked asked) {
        return answers.computeIfAbsent(asked, this::ask);
    }

    private List<IndicatorLine> ask(Asked asked) {
        return outcomes.indicators(
                        new OutcomeQuestion(
                                asked.asOf(),
                                Optional.empty(),
                                asked.territory(),
                                Population.ALL,
                                Optional.of(knownOn)),
                        access)
                .items();
    }
}
