package kz.ruralincome.domain.territory;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/**
 * Hands out trees and keeps the last few: a tree of one version of the list never changes, and is the same on all dates
 * between two on which a unit begins.
 */
@ApplicationScoped
public class TerritoryTrees {

    private static final int KEPT = 32;
    private static final String VERSION = "select coalesce(max(greatest(rev, superseded_rev)), 0) from territory";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    /** Rows in: the versions of units and the revisions. One row out: when the newest of them was recorded by the moment. */
    private static final String VERSION_THEN = """
            select max(recorded_at) from revision
            where recorded_at <= ? and id in (select rev from territory union select superseded_rev from territory)""";

    private static final String BEGINNINGS =
            "with " + Known.CTE + " select distinct t.valid_from from territory t where " + Known.visible("t");

    private final Map<Key, TerritoryTree> kept = new Newest<>();
    private final Map<Instant, Version> versions = new Newest<>();

    /** Of the list as it was known on a moment: when it was last changed, and the days on which a unit begins. */
    private record Version(Optional<OffsetDateTime> recordedAt, NavigableSet<LocalDate> beginnings) {

        /** Of the tree of a date, which is that of the last beginning up to it. */
        Key key(LocalDate date) {
            LocalDate since = beginnings.floor(date);
            return new Key(recordedAt, since == null ? LocalDate.MIN : since);
        }
    }

    /** Keeps what was asked for last. */
    private static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        Newest() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }

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
        Version known = version(knownOn.toInstant());
        var tree = known == null ? null : look(known.key(date));
        if (tree != null) {
            return tree;
        }
        try (var connection = database.getConnection()) {
            Version version = known != null ? known : readVersion(connection, knownOn);
            tree = look(version.key(date));
            return tree != null ? tree : keep(version.key(date), TerritoryTree.asKnownOn(connection, knownOn, date));
        } catch (SQLException e) {
            throw new IllegalStateException("the territories cannot be read", e);
        }
    }

    private Version version(Instant knownOn) {
        synchronized (kept) {
            return versions.get(knownOn);
        }
    }

    private Version readVersion(Connection connection, OffsetDateTime knownOn) throws SQLException {
        var version = new Version(
                Sql.first(connection, OffsetDateTime.class, VERSION_THEN, knownOn),
                new TreeSet<>(Sql.list(connection, row -> row.getObject(1, LocalDate.class), BEGINNINGS, knownOn)));
        synchronized (kept) {
            versions.put(knownOn.toInstant(), version);
        }
        return version;
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

    /** @param version the number of the newest revision, or when the list was last changed before a moment */
    private record Key(Object version, LocalDate date) {}
}
