package kz.ruralincome.domain.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.claim.ClaimCheck;
import kz.ruralincome.domain.claim.RegisterFigures;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.outcome.ServedTerritory;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** Holds the sentences of a draft against the register as known on the moment of the draft. */
@ApplicationScoped
public class SentenceChecking {

    @Inject
    private Outcomes outcomes;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private ServedTerritory served;

    /**
     * The same for everyone who may see the report, since they are of its places alone.
     *
     * @param report as it is published
     */
    public List<CheckedSentence> check(CollegiumReport report, List<CheckedSentence> sentences, Access reader) {
        var register = new RegisterFigures(
                outcomes, new Access(reader.account(), Role.AKIMAT, Optional.empty(), false), report.asKnownOn());
        TerritoryTree tree = trees.on(report.asOf(), report.asKnownOn());
        var figures = new SentenceFigures(report, register, place -> isBelowRegion(place, tree));
        return sentences.stream()
                .map(one -> new CheckedSentence(
                        one.id(),
                        one.sentence(),
                        one.account(),
                        one.recordedAt(),
                        ClaimCheck.of(one.sentence().text(), one.sentence().statements(), figures),
                        one.acknowledgement()))
                .toList();
    }

    private boolean isBelowRegion(String place, TerritoryTree tree) {
        return place.matches("[0-9]{9}")
                && Integer.parseInt(place) != served.kato()
                && tree.unit(Integer.parseInt(place))
                        .flatMap(TerritoryUnit::parent)
                        .isPresent();
    }
}
