package kz.ruralincome.domain.movement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.coverage.Coverage;
import kz.ruralincome.domain.movement.MatrixSql.Place;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;

/**
 * The territory of a question, within what the caller may see.
 *
 * @param code a KATO code or {@link #NOWHERE}; empty: everyone
 * @param tree of the later date asked
 */
record AskedTerritory(Optional<String> code, TerritoryTree tree) {

    /** Stands for those of whom it is not known where they live. */
    static final String NOWHERE = "none";

    /** The territory asked, by default the caller's. */
    static AskedTerritory of(Optional<String> asked, TerritoryTree tree, Access access) {
        if (asked.isEmpty()) {
            return new AskedTerritory(access.territory().map("%09d"::formatted), tree);
        }
        String code = asked.get();
        if (code.equals(NOWHERE)) {
            if (access.territory().isPresent()) {
                throw new AccessRefused("access.territory");
            }
            return new AskedTerritory(asked, tree);
        }
        if (!code.matches("[0-9]{9}") || tree.unit(Integer.parseInt(code)).isEmpty()) {
            throw new InvalidRequest("territory", "movement.territory.unknown", code);
        }
        if (access.territory()
                .filter(own -> !tree.liesIn(Integer.parseInt(code), own))
                .isPresent()) {
            throw new AccessRefused("access.territory");
        }
        return new AskedTerritory(asked, tree);
    }

    private boolean isNowhere() {
        return code.filter(NOWHERE::equals).isPresent();
    }

    private Optional<Integer> unit() {
        return isNowhere() ? Optional.empty() : code.map(Integer::valueOf);
    }

    Place place() {
        return isNowhere() ? Place.NOWHERE : new Place(unit().map(tree::within), false);
    }

    /** Whether small groups in it are protected. */
    boolean isBelowRegion() {
        return unit().flatMap(tree::unit).flatMap(TerritoryUnit::parent).isPresent();
    }

    Optional<LocalDate> coversTo(Coverage coverage, List<String> lists) {
        if (isNowhere()) {
            return coverage.coversToNowhere(lists);
        }
        return unit().map(unit -> coverage.coversTo(lists, tree, unit)).orElseGet(() -> coverage.coversTo(lists, tree));
    }
}
