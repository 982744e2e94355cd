package kz.ruralincome.domain.intake;

import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.shared.AccessRefused;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.territory.TerritoryTree;

/** Who may send which list, see which load, and take responsibility for one. */
final class ListRights {

    private ListRights() {}

    static boolean maySend(ListFormat format, Access access) {
        return switch (format.senders()) {
            case ADMINISTRATORS -> access.role() == Role.ADMIN;
            case CENTRE ->
                access.role() == Role.ADMIN
                        || access.role() == Role.COORDINATOR
                                && access.territory().isEmpty();
            case ALL -> access.sendsLists();
        };
    }

    /** A list, and the territory that its snapshot or declaration speaks of. */
    static void demandToSend(ListFormat format, LoadOptions options, Access access, TerritoryTree tree) {
        Access.demand(maySend(format, access));
        if (access.territory().isPresent() && (options.isSnapshot() || options.coversTo() != null)) {
            boolean within = options.unit() != null
                    && tree.liesIn(options.unit(), access.territory().get());
            if (!within) {
                throw new AccessRefused("access.territory");
            }
        }
    }

    /** What is out of reach looks as if it were not there. */
    static void demandToSee(Load load, Access access, TerritoryTree tree) {
        Access.demand(access.seesLoads());
        if (!maySee(load, access, tree)) {
            throw new NotFoundException("load");
        }
    }

    static boolean maySee(Load load, Access access, TerritoryTree tree) {
        if (load.account().equals(access.account())) {
            return access.seesLoads();
        }
        boolean reaches = access.territory().isEmpty()
                || load.territory()
                        .map(unit -> tree.liesIn(unit, access.territory().get()))
                        .orElse(false);
        return access.seesLoads() && access.role() != Role.REGISTRY && reaches;
    }

    /** Cells of a file are personal data. */
    static boolean seesCells(Access access) {
        return access.role() != Role.AKIMAT;
    }

    static void demandCells(Access access) {
        Access.demand(seesCells(access));
    }

    /** Two pairs of eyes: nobody answers for a load of their own. */
    static void demandToAnswerFor(Load load, Access access, TerritoryTree tree) {
        boolean reaches = access.role() == Role.ADMIN
                || access.role() == Role.COORDINATOR
                        && access.territory()
                                .map(own -> load.territory()
                                        .map(unit -> tree.liesIn(unit, own))
                                        .orElse(false))
                                .orElse(true);
        Access.demand(reaches);
        if (load.account().equals(access.account())) {
            throw new AccessRefused("load.own");
        }
    }
}
