package kz.ruralincome.domain.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.LoadWithdrawn;
import kz.ruralincome.domain.shared.Sql;

/** Makes a screening a draft again when a load that it made was withdrawn, in the same transaction. */
@ApplicationScoped
public class ScreeningReopening {

    /** Whom it met counts as met no longer; where a wish was turned down that stays, and says of which screening it was. */
    private static final String FORGET = """
            delete from screening_member m
            where screening_id = ?
              and not exists (select from enrolment_decline d
                              where d.screening_id = m.screening_id and d.person_id = m.person_id)""";

    void follow(@Observes LoadWithdrawn withdrawn) {
        try {
            reopen(withdrawn.connection(), withdrawn.load(), withdrawn.account());
        } catch (SQLException e) {
            throw new IllegalStateException("the screening of a withdrawn load cannot be opened again", e);
        }
    }

    static void reopen(Connection connection, Load load, String account) throws SQLException {
        OptionalLong made = ScreeningLoads.numberOf(load);
        if (made.isEmpty()) {
            return;
        }
        long number = made.getAsLong();
        if (Screenings.reopen(connection, number, load.list(), account)) {
            Sql.update(connection, FORGET, number);
            AuditTrail.note(connection, account, "screening.reopened", "{\"screening\": " + number + "}");
        }
    }
}
