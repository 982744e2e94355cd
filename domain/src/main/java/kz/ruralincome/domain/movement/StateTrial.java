package kz.ruralincome.domain.movement;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import kz.ruralincome.domain.intake.LoadTrial;
import kz.ruralincome.domain.shared.Sql;

/**
 * Computes the timelines of those whom a load would touch before and after it, and notes how many would have another state.
 *
 * <p>Rows in: the facts of these people, or of the members of these households, twice; rows out: one of {@code load_effect}.
 * Nothing else is written and nothing locked, so nobody waits for it: neither who writes of the same people nor who closes the
 * watermark.
 */
@ApplicationScoped
public class StateTrial implements LoadTrial {

    private static final String TOUCHED = "select id as person_id from intake_touched";

    private static final String MEMBERS =
            "select distinct person_id from membership where household_id in (select id from intake_touched)";

    @Override
    public boolean tells(String list) {
        return LoadEffects.isRead(list);
    }

    @Override
    public Finding find(Connection connection, UUID load, boolean ofHouseholds, Overlay overlay) throws SQLException {
        String persons = ofHouseholds ? MEMBERS : TOUCHED;
        Sql.update(connection, "savepoint load_trial");
        TimelineTrial.into(connection, "state_before", persons, load);
        overlay.lay();
        TimelineTrial.into(connection, "state_after", persons, load);
        LoadEffects.Counted counted = LoadEffects.tried(connection);
        Sql.update(connection, "rollback to savepoint load_trial");
        return noting -> LoadEffects.noteTried(noting, load, counted);
    }
}
