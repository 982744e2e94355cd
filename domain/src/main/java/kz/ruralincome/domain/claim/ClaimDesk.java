package kz.ruralincome.domain.claim;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.IndicatorLine;
import kz.ruralincome.domain.outcome.OutcomeAnswer;
import kz.ruralincome.domain.outcome.OutcomeQuestion;
import kz.ruralincome.domain.outcome.Outcomes;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.Slice;

/** The desk to which published figures are brought. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ClaimDesk {

    private static final int PAGE = 20;

    @Inject
    private Outcomes outcomes;

    @Inject
    private Claims claims;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps what was published and says what the program makes of it; the page has that one claim.
     *
     * @param asKnownOn empty: as the last finished movement run has read the facts
     */
    public ClaimPage hand(Claim claim, Optional<OffsetDateTime> asKnownOn, Access access) {
        Access.demand(access.seesFigures());
        var basis = basis(asKnownOn, access);
        var register = new RegisterFigures(outcomes, access, basis.asKnownOn());
        register.demandReach(claim.statements()); // what the caller may not ask is not kept
        KeptClaim kept = claims.keep(claim, access.account());
        audit.note(access.account(), "claim.handed", "{\"claim\": \"" + kept.id() + "\"}");
        return new ClaimPage(List.of(judged(kept, register)), basis, Optional.empty());
    }

    /**
     * Claims that were kept, the newest first, judged as known on one moment.
     *
     * @param after the last claim of the page before
     */
    public ClaimPage list(Optional<UUID> after, Optional<OffsetDateTime> asKnownOn, Access access) {
        Access.demand(access.seesFigures());
        var basis = basis(asKnownOn, access);
        var register = new RegisterFigures(outcomes, access, basis.asKnownOn());
        Slice<KeptClaim> page = Slice.of(claims.newest(after, PAGE + 1), PAGE);
        return new ClaimPage(
                page.items().stream().map(kept -> judged(kept, register)).toList(),
                basis,
                page.goesOnAfter().map(kept -> kept.id().toString()));
    }

    /** What every judgement rests on: the moment and the freshness. */
    private OutcomeAnswer<IndicatorLine> basis(Optional<OffsetDateTime> asKnownOn, Access access) {
        return outcomes.indicators(
                new OutcomeQuestion(calendar.today(), Optional.empty(), Optional.empty(), Population.ALL, asKnownOn),
                access);
    }

    private static CheckedClaim judged(KeptClaim kept, Figures register) {
        Claim claim = kept.claim();
        return new CheckedClaim(kept, ClaimCheck.of(claim.text(), claim.statements(), register));
    }
}
