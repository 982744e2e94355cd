package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.BusinessCalendar;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.territory.TerritoryTrees;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** Where the headings of somebody's own spreadsheet are mapped to the columns of a list, once, and remembered. */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MappingDesk {

    /** The longest name of a mapping, in characters. */
    public static final int LONGEST_NAME = 100;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private ListDesk lists;

    @Inject
    private TerritoryTrees trees;

    @Inject
    private BusinessCalendar calendar;

    /** Whether the file of a load has headings that may be mapped by hand, and the caller may send its list. */
    public boolean mayMap(Load load, Access access) {
        return access.usesPages()
                && lists.maySend(load.list(), access)
                && !load.ofForm()
                && (load.state() == LoadState.FAILED || load.state() == LoadState.DONE)
                && in(connection -> new Loads(connection).hasOwnHeadings(load.id()));
    }

    /**
     * The first rows of a load's file with guesses what its headings are.
     *
     * @param headingRow which row they are, 1 being the first; empty: the likeliest
     * @param language of the names of kinds
     * @throws NotFoundException if there is nothing to map
     */
    public OwnSheet sheet(UUID id, Optional<Integer> headingRow, String language, Access access) {
        Load load = demandToMap(id, access);
        SheetTop top = top(load, access);
        return in(connection -> new SheetMapping(
                        ListCatalogue.named(load.list()), top, Units.standing(connection), nearest(load.list(), access))
                .sheet(headingRow.map(row -> row - 1), language));
    }

    /**
     * Remembers a mapping and sends the file of the load once more, read with it.
     *
     * @throws InvalidRequest if it lacks a column that must be there, names one twice, or gives a value that cannot be one
     */
    public UUID send(UUID id, MappingDraft draft, Access access) {
        Load load = demandToMap(id, access);
        SheetTop top = top(load, access);
        UUID kept = in(connection -> {
            HeadingMapping mapping = new SheetMapping(
                            ListCatalogue.named(load.list()), top, Units.standing(connection), List.of())
                    .judged(draft, load.options().isSnapshot(), access);
            connection.setAutoCommit(false); // the mapping before it goes with it, or stays
            UUID added = HeadingMappings.add(connection, mapping);
            AuditTrail.note(
                    connection,
                    access.account(),
                    "mapping.made",
                    "{\"load\": \"%s\", \"mapping\": \"%s\", \"list\": \"%s\"}".formatted(id, added, load.list()));
            connection.commit();
            return added;
        });
        try (InputStream file = lists.file(id, access)) {
            return lists.receive(
                    load.list(),
                    load.options(),
                    LoadOrigin.mapped(kept, draft.given(), id),
                    load.mediaType(),
                    load.fileName().orElse(null),
                    file,
                    access);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Load demandToMap(UUID id, Access access) {
        Load load = lists.load(id, access);
        Access.demand(lists.maySend(load.list(), access));
        if (!mayMap(load, access)) {
            throw new NotFoundException("mapping");
        }
        return load;
    }

    private SheetTop top(Load load, Access access) {
        try (InputStream file = lists.file(load.id(), access)) {
            return SheetTop.of(file, ListCatalogue.named(load.list()));
        } catch (FileRefused unreadable) {
            throw new NotFoundException("mapping");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those remembered of all lists that the caller may send, which hold for the caller or for whom the caller answers. */
    public List<HeadingMapping> mappings(Access access) {
        Access.demand(access.writesOfPersons());
        Integer[] units = access.territory()
                .map(own -> trees.on(calendar.today()).within(own))
                .orElse(null);
        return in(connection -> HeadingMappings.standing(connection, null, units)).stream()
                .filter(mapping -> lists.maySend(mapping.list(), access))
                .toList();
    }

    /** The one that a load was read with, also when it is no longer remembered. */
    public Optional<HeadingMapping> of(Load load) {
        return load.origin().mapping().flatMap(id -> in(connection -> HeadingMappings.find(connection, id)));
    }

    /** Whether the caller may rename or remove it: it is of the caller's territory or of one within. */
    public boolean answersFor(HeadingMapping mapping, Access access) {
        return access.territory().isEmpty()
                || mapping.unit()
                        .filter(unit -> trees.on(calendar.today())
                                .liesIn(unit, access.territory().get()))
                        .isPresent();
    }

    public void rename(UUID id, String name, Access access) {
        String said = SheetMapping.name(name);
        change(id, "mapping.renamed", connection -> HeadingMappings.rename(connection, id, said), access);
    }

    /** It holds no longer; loads that were read with it still tell of it. */
    public void remove(UUID id, Access access) {
        change(id, "mapping.removed", connection -> HeadingMappings.remove(connection, id, access.account()), access);
    }

    private void change(UUID id, String action, Work<Boolean> change, Access access) {
        HeadingMapping mapping = mappings(access).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("mapping"));
        Access.demand(answersFor(mapping, access));
        in(connection -> {
            connection.setAutoCommit(false);
            if (!change.with(connection)) {
                throw new NotFoundException("mapping");
            }
            AuditTrail.note(connection, access.account(), action, "{\"mapping\": \"%s\"}".formatted(id));
            connection.commit();
            return null;
        });
    }

    /** What holds for a load that is about to run: of a page's, the mappings of its account's territory. */
    public RememberedHeadings heldFor(Load load) {
        LoadOrigin origin = load.origin();
        return origin.byPage() && origin.mapping().isEmpty()
                ? RememberedHeadings.of(nearest(load.list(), load.accountUnit()), origin.given())
                : readWith(load);
    }

    /** What a load that has run was read with: a mapping made later says nothing about its file. */
    public RememberedHeadings readWith(Load load) {
        LoadOrigin origin = load.origin();
        return origin.mapping().isPresent()
                ? RememberedHeadings.of(of(load).stream().toList(), origin.given())
                : RememberedHeadings.NONE;
    }

    private List<HeadingMapping> nearest(String list, Access access) {
        return nearest(list, access.territory());
    }

    /** Of the unit, then of those above it, then of the whole register. */
    private List<HeadingMapping> nearest(String list, Optional<Integer> unit) {
        List<Integer> upwards = unit.map(own -> {
                    var chain = new ArrayList<>(List.of(own));
                    trees.on(calendar.today()).ancestors(own).stream()
                            .map(TerritoryUnit::kato)
                            .forEach(chain::add);
                    return List.copyOf(chain);
                })
                .orElse(List.of());
        return in(connection -> HeadingMappings.standing(connection, list, upwards.toArray(Integer[]::new))).stream()
                .sorted(Comparator.comparingInt(
                        mapping -> mapping.unit().map(upwards::indexOf).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the mappings cannot be read or written", e);
        }
    }

    /** Something to do on a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
