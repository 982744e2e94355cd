package kz.ruralincome.domain.territory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import kz.ruralincome.domain.shared.PilotDataSource;

/** Hands out trees and keeps the last few: a tree of one version of the list never changes. */
@ApplicationScoped
public class TerritoryTrees {

    private static final int KEPT = 32;
    private static final String VERSION = "select coalesce(max(greatest(rev, superseded_rev)), 0) from territory";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    private final Map<Key, TerritoryTree> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, TerritoryTree> eldest) {
            return size() > KEPT;
        }
    };

    /** The tree of the date as it is known now; one pass over the versions of the units when it is kept already. */
    public TerritoryTree on(LocalDate date) {
        try (var connection = database.getConnection()) {
            var key = new Key(version(connection), date);
            var tree = look(key);
            return tree != null ? tree : keep(key, TerritoryTree.current(connection, date));
        } catch (SQLException e) {
            throw new IllegalStateException("the territories cannot be read", e);
        }
    }

    /** The tree of the date as it was known on a closed moment. */
    public TerritoryTree on(LocalDate date, OffsetDateTime knownOn) {
        var key = new Key(knownOn.toInstant(), date);
        var tree = look(key);
        if (tree != null) {
            return tree;
        }
        try (var connection = database.getConnection()) {
            return keep(key, TerritoryTree.asKnownOn(connection, knownOn, date));
        } catch (SQLException e) {
            throw new IllegalStateException("the territories cannot be read", e);
        }
    }

    private static long version(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(VERSION);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private TerritoryTree look(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private TerritoryTree keep(Key key, TerritoryTree tree) {
        synchronized (kept) {
            kept.put(key, tree);
        }
        return tree;
    }

    /** @param version the number of the newest revision, or the moment as known on */
    private record Key(Object version, LocalDate date) {}
}
