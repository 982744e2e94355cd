package kz.ruralincome.domain.participant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** The units whose people an account may open: those of its territory by the tree of the business date. */
@Dependent
public class Reach {

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private TerritoryTrees trees;

    public LocalDate today() {
        return calendar.today();
    }

    /** Empty: everyone, also those of whom it is not known where they live. */
    public Optional<Integer[]> units(Access access) {
        return access.territory().map(trees.on(today())::within);
    }

    /** The units of a territory within the account's; without one, those of the account. */
    public Optional<Integer[]> units(Access access, Optional<String> territory) {
        if (territory.isEmpty()) {
            return units(access);
        }
        var tree = trees.on(today());
        String code = territory.get();
        if (!code.matches("[0-9]{9}") || tree.unit(Integer.parseInt(code)).isEmpty()) {
            throw new InvalidRequest("territory", "participant.territory.unknown", code);
        }
        int unit = Integer.parseInt(code);
        if (access.territory().filter(own -> !tree.liesIn(unit, own)).isPresent()) {
            throw new AccessRefused("access.territory");
        }
        return Optional.of(tree.within(unit));
    }
}
