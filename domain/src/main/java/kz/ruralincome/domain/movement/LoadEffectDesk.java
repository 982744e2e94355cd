package kz.ruralincome.domain.movement;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.intake.ListDesk;
import kz.ruralincome.domain.intake.Load;
import kz.ruralincome.domain.intake.TrialStanding;
import kz.ruralincome.domain.movement.LoadEffect.Told;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.SmallCellSetting;

/** Where it is asked how many people a load gives another state. */
@Stateless
@TransactionAttribute(REQUIRED)
public class LoadEffectDesk {

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private ListDesk desk;

    @Inject
    private SmallCellSetting smallCells;

    /** How many people a load may touch at most so that they are counted after it. */
    public long mostPersons() {
        return LoadEffects.MOST_PERSONS;
    }

    /**
     * What is known of it; empty where the facts of the list make no state, of forms, and of loads that did nothing and will not.
     * Refuses whoever may not see the load.
     */
    public Optional<LoadEffect> of(UUID id, Access access) {
        Load load = desk.load(id, access);
        try (var connection = database.getConnection()) {
            Optional<LoadEffect> effect = of(connection, load);
            return access.seesPersons() ? effect : effect.map(known -> known.published(smallCells.limit()));
        } catch (SQLException e) {
            throw new IllegalStateException("what a load does to movement cannot be read", e);
        }
    }

    /** Whether somebody let the load go in before it was found what it would do. */
    public boolean wasConfirmedUnknown(UUID id, Access access) {
        Load load = desk.load(id, access);
        try (var connection = database.getConnection()) {
            return load.revision().isPresent() && standing(connection, load) == TrialStanding.State.ABANDONED;
        } catch (SQLException e) {
            throw new IllegalStateException("how a load was tried cannot be read", e);
        }
    }

    private static TrialStanding.State standing(Connection connection, Load load) throws SQLException {
        return TrialStanding.of(connection, load.id()).map(TrialStanding::state).orElse(null);
    }

    static Optional<LoadEffect> of(Connection connection, Load load) throws SQLException {
        if (!LoadEffects.isRead(load.list()) || load.ofForm()) {
            return Optional.empty();
        }
        boolean changes = load.accepted() + load.ended() > 0;
        return switch (load.state()) {
            case HELD -> Optional.of(would(connection, load, changes));
            case DONE ->
                Optional.of(
                        load.options().dryRun() ? would(connection, load, changes) : did(connection, load, changes));
            case WITHDRAWN ->
                load.revision().isPresent() && changes ? Optional.of(did(connection, load, true)) : Optional.empty();
            case RECEIVED, RUNNING, FAILED -> Optional.empty();
        };
    }

    private static LoadEffect would(Connection connection, Load load, boolean changes) throws SQLException {
        if (!changes) {
            return new LoadEffect(Told.WOULD, 0, 0);
        }
        Optional<TrialStanding> trial = TrialStanding.of(connection, load.id());
        return trial.filter(standing -> standing.state().isUnderWay())
                .map(standing -> new LoadEffect(Told.COMPUTING, 0, 0, standing.progress()))
                .orElse(told(LoadEffects.read(connection, load.id(), true), Told.WOULD, Told.NOT_COMPUTED));
    }

    private static LoadEffect did(Connection connection, Load load, boolean changes) throws SQLException {
        if (!changes || load.revision().isEmpty()) {
            return new LoadEffect(Told.DID, 0, 0);
        }
        Told otherwise = LoadEffects.isFollowed(connection, load.revision().get()) ? Told.UNCOUNTED : Told.PENDING;
        return told(LoadEffects.read(connection, load.id(), false), Told.DID, otherwise);
    }

    private static LoadEffect told(Optional<LoadEffects.Counted> counted, Told known, Told otherwise) {
        return counted.map(count -> new LoadEffect(known, count.persons(), count.newcomers()))
                .orElseGet(() -> LoadEffect.notKnown(otherwise));
    }
}
