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
 * <p>Rows in: the facts of at most {@link LoadTrial#MOST_ROWS} people, or of the members of as many households, twice. Nobody
 * who writes or closes the watermark waits for it, but for those who write of the same people.
 */
@ApplicationScoped
public class StateTrial implements LoadTrial {

    private static final String MEMBERS =
            "select distinct person_id from membership where household_id = any (?::integer[])";

    @Override
    public void note(
            Connection connection, UUID load, String list, Integer[] subjects, boolean ofHouseholds, Written writing)
            throws SQLException {
        if (!LoadEffects.isRead(list)) {
            return;
        }
        Integer[] persons = ofHouseholds
                ? Sql.list(connection, row -> row.getInt(1), MEMBERS, (Object) subjects)
                        .toArray(Integer[]::new)
                : subjects;
        Sql.update(connection, "savepoint load_trial");
        TimelineTrial.into(connection, "state_before", persons);
        writing.write();
        TimelineTrial.into(connection, "state_after", persons);
        LoadEffects.Counted counted = LoadEffects.tried(connection);
        Sql.update(connection, "rollback to savepoint load_trial");
        LoadEffects.noteTried(connection, load, counted);
    }
}
