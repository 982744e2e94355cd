package kz.ruralincome.domain.intake;

import java.sql.SQLException;
import java.util.UUID;
import kz.ruralincome.domain.shared.RuleViolation;

/** What people may do with a load that is at rest. */
final class LoadMoves {

    private LoadMoves() {}

    /** Withdraws a load that is done, or one that is held and has done nothing; gives the undoing revision, if any. */
    static Long withdrawn(Sql sql, Load load, String account) throws SQLException {
        boolean possible =
                switch (load.state()) {
                    case DONE -> !load.options().dryRun();
                    case HELD -> true;
                    case RECEIVED, RUNNING, FAILED, WITHDRAWN -> false;
                };
        if (!possible) {
            throw new RuleViolation("load.not-to-withdraw", load.state().name());
        }
        Long undoing = load.revision().isEmpty()
                ? null
                : Long.valueOf(new Withdrawal(sql, ListCatalogue.named(load.list()))
                        .undo(load.revision().get(), account));
        sql.run(
                "update load set state = 'WITHDRAWN', withdrawn_rev = ?::bigint, withdrawn_by = ? where id = ?",
                undoing,
                account,
                load.id());
        new TrialClaims(sql.connection()).abandon(load.id());
        return undoing;
    }

    /** Sends a held load into the queue again, this time not to be held. */
    static void confirmed(Sql sql, Load load) throws SQLException {
        if (load.state() != LoadState.HELD) {
            throw new RuleViolation("load.not-held", load.state().name());
        }
        again(sql, load.id());
        new TrialClaims(sql.connection()).abandon(load.id());
    }

    private static void again(Sql sql, UUID id) throws SQLException {
        sql.run("""
                update load
                set state = 'RECEIVED', confirmed = true, held_because = null, ended_at = null, attempts = 0
                where id = ?""", id);
    }
}
