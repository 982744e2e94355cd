package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryTrees;

/** Where lists are handed in, and where it is asked what became of them. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class ListDesk {

    /** The largest file that is taken, in bytes. */
    public static final long LARGEST_FILE = 256L << 20;

    /** How many findings an answer holds at most; the rest stand in the list of errors. */
    public static final int SHOWN_PROBLEMS = 1_000;

    private static final int PAGE = 50;
    private static final long POLL_MILLIS = 100;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private LoadQueue queue;

    @Inject
    private LoadRunner runner;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private BusinessCalendar calendar;

    @Inject
    private AuditTrail audit;

    /**
     * Takes a file; its rows are read later, in the order of receipt.
     *
     * @param list its name; {@link NotFoundException} if there is none of it
     * @param fileName may be null
     */
    public UUID receive(
            String list, LoadOptions options, String mediaType, String fileName, InputStream body, Access access) {
        return receive(list, options, LoadOrigin.PROGRAM, mediaType, fileName, body, access);
    }

    /** The same of what does not come from a program. */
    public UUID receive(
            String list,
            LoadOptions options,
            LoadOrigin origin,
            String mediaType,
            String fileName,
            InputStream body,
            Access access) {
        demandToSend(list, options, access);
        try (NewLoad load = NewLoad.read(list, options, mediaType, fileName, body, access)) {
            UUID id = queue.add(load.from(origin));
            audit.note(access.account(), "load.received", "{\"load\": \"%s\", \"list\": \"%s\"}".formatted(id, list));
            runner.wake();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses what this caller may not send, before the file itself is read. */
    public void demandToSend(String list, LoadOptions options, Access access) {
        ListFormat format = ListCatalogue.find(list).orElseThrow(() -> new NotFoundException("list"));
        TerritoryTree tree = tree();
        ListRights.demandToSend(format, options, access, tree);
        if (options.isSnapshot() && !format.takesSnapshots()) {
            throw new InvalidRequest("snapshot", "load.no-snapshot");
        }
        if (options.isSnapshot() && format.name().equals("occupations") == (options.source() == null)) {
            throw new InvalidRequest("source", "load.source");
        }
        if (options.unit() != null && tree.unit(options.unit()).isEmpty()) {
            throw new InvalidRequest("kato", "load.kato");
        }
    }

    /**
     * Sends the file of a load that was only tried once more, for good, with all that was asked beside it.
     *
     * @throws RuleViolation {@code load.not-tried} if the load is no finished trial
     */
    public UUID sendForGood(UUID trial, Access access) {
        Load tried = load(trial, access);
        if (!tried.options().dryRun() || tried.state() != LoadState.DONE) {
            throw new RuleViolation("load.not-tried");
        }
        LoadOptions asked = tried.options();
        var options = new LoadOptions(false, asked.snapshot(), asked.source(), asked.unit(), asked.coversTo());
        try (InputStream content = file(trial, access)) {
            return receive(
                    tried.list(),
                    options,
                    tried.origin().asRead(),
                    tried.mediaType(),
                    tried.fileName().orElse(null),
                    content,
                    access);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a list of territories that was only tried would change, by row: the first {@link #SHOWN_PROBLEMS}. */
    public List<TerritoryDifference> differences(UUID trial, Access access) {
        load(trial, access);
        try (var connection = database.getConnection()) {
            return TerritoryDifferences.read(connection, trial, SHOWN_PROBLEMS);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How much of each kind there is in all; a kind of which there is nothing is left out. */
    public Map<TerritoryDifference.Kind, Integer> differenceCounts(UUID trial, Access access) {
        load(trial, access);
        try (var connection = database.getConnection()) {
            return TerritoryDifferences.counts(connection, trial);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /**
     * How many spells a load began, ended, moved or corrected, by kind: of one that was only tried or is held, what it would do; of
     * one that failed or came before this was noted, nothing.
     */
    public List<LoadChange> changes(UUID id, Access access) {
        load(id, access);
        try (var connection = database.getConnection()) {
            return LoadChanges.read(connection, id);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** A few of each, for those who see the cells of files. */
    public List<LoadChange.Sample> samples(UUID id, Access access) {
        ListRights.demandCells(access);
        load(id, access);
        try (var connection = database.getConnection()) {
            return LoadChanges.samples(connection, id);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Whether this caller may send a list. */
    public boolean maySend(String list, Access access) {
        return ListCatalogue.find(list).map(f -> ListRights.maySend(f, access)).orElse(false);
    }

    /** A load, whatever its list. */
    public Load load(UUID id, Access access) {
        Load load = find(id);
        ListRights.demandToSee(load, access, tree());
        return load;
    }

    /** The same; empty where there is none, or it is out of the caller's reach. */
    public Optional<Load> found(UUID id, Access access) {
        try (var connection = database.getConnection()) {
            return new Loads(connection).find(id).filter(load -> ListRights.maySee(load, access, tree()));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The same when it is at rest, or after the time is over. */
    public Load await(UUID id, Duration longest, Access access) {
        long end = System.nanoTime() + longest.toNanos();
        Load load = load(id, access);
        while (!load.state().isAtRest() && System.nanoTime() < end) {
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return load;
            }
            load = find(id);
        }
        return load;
    }

    /** Loads, newest first; of one list, or of all when it is null. */
    public LoadPage loads(String list, String cursor, Access access) {
        return loads(list, null, cursor, access);
    }

    /** The same of those alone that somebody is to look at; of all when the concern is null. */
    public LoadPage loads(String list, LoadConcern concern, String cursor, Access access) {
        Access.demand(access.seesLoads());
        if (list != null && ListCatalogue.find(list).isEmpty()) {
            throw new NotFoundException("list");
        }
        String account = access.role() == Role.REGISTRY ? access.account() : null;
        Integer[] units = account == null ? units(access) : null;
        try (var connection = database.getConnection()) {
            List<Load> found =
                    new Loads(connection).before(list, account, units, concern, LoadPage.place(cursor), PAGE + 1);
            return LoadPage.of(found, PAGE);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** How many loads people are to look at: as many as the list of the concern holds. */
    public Map<LoadConcern, Long> concerns(Access access) {
        Access.demand(access.writesOfPersons());
        Integer[] units = units(access);
        Map<LoadConcern, Long> counts = new EnumMap<>(LoadConcern.class);
        try (var connection = database.getConnection()) {
            for (LoadConcern concern : LoadConcern.values()) {
                counts.put(concern, new Loads(connection).count(units, concern));
            }
            return counts;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The units of the caller's territory; null: all. */
    private Integer[] units(Access access) {
        return access.territory().map(own -> tree().within(own)).orElse(null);
    }

    /** The first errors of a load, or its warnings, in the order of the rows. */
    public List<LoadProblem> problems(UUID id, boolean errors, Access access) {
        load(id, access);
        try (var connection = database.getConnection()) {
            List<LoadProblem> problems = new Loads(connection).problems(id, errors, SHOWN_PROBLEMS);
            return ListRights.seesCells(access)
                    ? problems
                    : problems.stream().map(LoadProblem::withoutValue).toList();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Refuses whoever may not see the cells of files. */
    public void demandCells(Access access) {
        ListRights.demandCells(access);
    }

    /** All errors, one after the other. */
    public void eachError(UUID id, Access access, Consumer<LoadProblem> reader) {
        ListRights.demandCells(access);
        load(id, access);
        audit.note(access.account(), "load.errors", "{\"load\": \"%s\"}".formatted(id));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false); // else the driver would hold all of them at once
            new Loads(connection).each(id, true, Integer.MAX_VALUE, reader);
            connection.commit();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The file as it came. */
    public InputStream file(UUID id, Access access) {
        ListRights.demandCells(access);
        load(id, access);
        audit.note(access.account(), "load.file", "{\"load\": \"%s\"}".formatted(id));
        return queue.file(id);
    }

    /** Takes back what a load did; {@code load.built-on} names the later loads that forbid it. */
    public void withdraw(UUID id, Access access) {
        Load load = load(id, access);
        ListRights.demandToAnswerFor(load, access, tree());
        queue.withdraw(id, access.account());
        audit.note(access.account(), "load.withdrawn", "{\"load\": \"%s\"}".formatted(id));
    }

    /** Lets a held load go in. */
    public void confirm(UUID id, Access access) {
        Load load = load(id, access);
        ListRights.demandToAnswerFor(load, access, tree());
        queue.confirm(id);
        audit.note(access.account(), "load.confirmed", "{\"load\": \"%s\"}".formatted(id));
        runner.wake();
    }

    private Load find(UUID id) {
        try (var connection = database.getConnection()) {
            return new Loads(connection).find(id).orElseThrow(() -> new NotFoundException("load"));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private TerritoryTree tree() {
        return trees.on(calendar.today());
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("the loads cannot be read", e);
    }
}
