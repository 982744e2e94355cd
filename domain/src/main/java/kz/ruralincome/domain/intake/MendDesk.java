package kz.ruralincome.domain.intake;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Slice;

/**
 * Where rejected rows of a load are mended and sent once more, as a small load of their own. The file of the first load stays as
 * it came: rows are read from it again, at the cost of reading it to the last one that is shown.
 */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class MendDesk {

    /** How many rows a page holds. */
    public static final int PAGE = 20;

    /** How many saved rows one load takes at most; what is left is sent with the next. */
    public static final int MOST_ROWS = 1_000;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private ListDesk lists;

    @Inject
    private MappingDesk mappings;

    @Inject
    private LoadQueue queue;

    @Inject
    private LoadRunner runner;

    /**
     * Whether the rows of a load that were rejected may be mended by the caller. Rows of a snapshot may not: a snapshot of them
     * alone would end all others.
     */
    public boolean mayMend(Load load, Access access) {
        return access.writesOfPersons()
                && lists.maySend(load.list(), access)
                && load.state() == LoadState.DONE
                && load.rejected() > 0
                && !load.options().dryRun()
                && !load.options().isSnapshot()
                && !load.ofForm();
    }

    /**
     * The open rows after a row of the file; that they were seen is noted of each person.
     *
     * @throws NotFoundException if there is nothing to mend for the caller
     * @throws RuleViolation {@code mend.unreadable} if the file can no longer be read as the load read it
     */
    public RejectedPage page(UUID id, long after, Access access) {
        Load load = demandToMend(id, access);
        Slice<Long> open = Slice.of(in(connection -> new MendedRows(connection, id).open(after, PAGE + 1)), PAGE);
        List<Long> shown = open.items();
        Map<Long, List<LoadProblem>> findings = in(connection -> new MendedRows(connection, id).findings(shown));
        Found found = find(load, shown, named(findings));
        return in(connection -> {
            MendedRows mended = new MendedRows(connection, id);
            Map<Long, MendedRows.Kept> kept = mended.kept(shown);
            List<RejectedRow> rows = shown.stream()
                    .filter(found.rows::containsKey)
                    .map(row ->
                            RejectedRow.of(row, found.columns, found.rows.get(row), kept.get(row), findings.get(row)))
                    .toList();
            noteLook(connection, mended, id, rows, access);
            return new RejectedPage(
                    load,
                    found.columns,
                    rows,
                    mended.countOpen(),
                    mended.countSaved(),
                    open.goesOnAfter().stream().mapToLong(Long::longValue).findFirst());
        });
    }

    /**
     * Saves the rows of a page that were changed on it, to be sent; one that is as it was in the file is not sent unless that is
     * wished.
     *
     * @param typed the cells by row, then by column
     * @param asTheyAre rows to be sent although nothing in them has changed
     * @param seen by row what it looked like when it was shown: {@link RejectedRow#seen()}
     * @return rows that were changed but not saved, since somebody else has saved or sent them meanwhile
     */
    public List<Long> save(
            UUID id, Map<Long, Map<String, String>> typed, Set<Long> asTheyAre, Map<Long, String> seen, Access access) {
        Load load = demandToMend(id, access);
        List<Long> rows = typed.keySet().stream().sorted().limit(PAGE).toList();
        Map<Long, List<LoadProblem>> findings = in(connection -> new MendedRows(connection, id).findings(rows));
        Found found = find(load, List.copyOf(findings.keySet()), named(findings));
        return in(connection -> {
            connection.setAutoCommit(false);
            demandLocked(connection, id, access);
            MendedRows mended = new MendedRows(connection, id);
            Map<Long, MendedRows.Kept> kept = mended.kept(rows);
            List<Long> refused = new ArrayList<>();
            for (long row : findings.keySet()) {
                Map<String, String> inFile = found.rows.getOrDefault(row, Map.of());
                RejectedRow stands = RejectedRow.of(row, found.columns, inFile, kept.get(row), findings.get(row));
                Map<String, String> now = new LinkedHashMap<>(stands.cells());
                now.putAll(typed.get(row));
                now = RejectedRow.cellsOf(found.columns, now);
                boolean asItIs = asTheyAre.contains(row);
                String shown = seen.getOrDefault(row, "");
                if (RejectedRow.seen(now, asItIs).equals(shown)) {
                    continue; // whatever has become of it: it was not touched on this page
                }
                boolean open = kept.get(row) == null || kept.get(row).open();
                if (!open || !stands.seen().equals(shown)) {
                    refused.add(row);
                } else if (asItIs || !now.equals(RejectedRow.cellsOf(found.columns, inFile))) {
                    if (!mended.save(row, now, access.account())) {
                        refused.add(row);
                    }
                } else {
                    mended.drop(row);
                }
            }
            AuditTrail.note(connection, access.account(), "load.rows-mended", details(id));
            connection.commit();
            return refused;
        });
    }

    /**
     * Sends what is saved, as a load of the same list under the caller's own rights.
     *
     * @throws RuleViolation {@code mend.nothing} if nothing is saved
     */
    public UUID send(UUID id, Access access) {
        Load load = demandToMend(id, access);
        ListFormat format = ListCatalogue.named(load.list());
        UUID sent = in(connection -> {
            connection.setAutoCommit(false);
            demandLocked(connection, id, access);
            MendedRows mended = new MendedRows(connection, id);
            List<Long> numbers = new ArrayList<>();
            List<FormRow> rows = new ArrayList<>();
            mended.saved().entrySet().stream().limit(MOST_ROWS).forEach(row -> {
                numbers.add(row.getKey());
                rows.add(new FormRow(load.list(), Long.toString(row.getKey()), row.getValue()));
            });
            if (rows.isEmpty()) {
                throw new RuleViolation("mend.nothing");
            }
            byte[] file = FormIntake.csv(format, rows).getBytes(UTF_8);
            try (NewLoad again = NewLoad.read(
                    load.list(), LoadOptions.NONE, "text/csv", name(load), new ByteArrayInputStream(file), access)) {
                UUID added = again.from(LoadOrigin.mending(id)).insert(connection);
                mended.sent(added, numbers.toArray(Long[]::new));
                AuditTrail.note(connection, access.account(), "load.received", details(added));
                connection.commit();
                return added;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        runner.wake();
        return sent;
    }

    private static String name(Load load) {
        String first = load.fileName().orElse("");
        return "mended-" + first.substring(0, Math.min(100, first.length())).replaceFirst("\\.[A-Za-z]{3,4}$", "")
                + ".csv";
    }

    /**
     * Hands out all open rows as they stand in the file, its headings first.
     *
     * @param reader is given the cells of one row after the other
     * @throws RuleViolation {@code mend.unreadable} as above, before the first row
     */
    public void export(UUID id, Access access, EachRow reader) {
        Load load = demandToMend(id, access);
        in(connection -> {
            connection.setAutoCommit(false); // else the driver would hold all numbers at once
            try (var open = new MendedRows(connection, id).eachOpen();
                    InputStream file = lists.file(id, access)) {
                new FileRows(load, mappings.readWith(load)).read(file, open, new FileRows.Reader() {
                    @Override
                    public void headings(Headings headings, String[] row) throws IOException {
                        reader.row(row);
                    }

                    @Override
                    public void row(long number, String[] cells) throws IOException {
                        reader.row(cells);
                    }
                });
                connection.commit();
            } catch (FileRefused unreadable) {
                throw new RuleViolation("mend.unreadable");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    /** Takes the cells of a row. */
    @FunctionalInterface
    public interface EachRow {
        void row(String[] cells) throws IOException;
    }

    private Load demandToMend(UUID id, Access access) {
        Load load = lists.load(id, access);
        if (!mayMend(load, access)) {
            throw new NotFoundException("load");
        }
        return load;
    }

    /** Nobody saves or sends rows of the load at the same time, and it has not been withdrawn meanwhile. */
    private void demandLocked(Connection connection, UUID id, Access access) throws SQLException {
        new Loads(connection)
                .findForUpdate(id)
                .filter(load -> mayMend(load, access))
                .orElseThrow(() -> new NotFoundException("load"));
    }

    /** What was found in the file. */
    private record Found(List<String> columns, Map<Long, Map<String, String>> rows) {}

    private Found find(Load load, List<Long> wanted, Set<String> named) {
        ListFormat format = ListCatalogue.named(load.list());
        Found found = new Found(new ArrayList<>(), new LinkedHashMap<>());
        try (InputStream file = queue.file(load.id())) {
            PrimitiveIterator.OfLong rows =
                    wanted.stream().mapToLong(Long::longValue).iterator();
            new FileRows(load, mappings.readWith(load)).read(file, rows, new FileRows.Reader() {
                private Headings headings;

                @Override
                public void headings(Headings headings, String[] row) {
                    this.headings = headings;
                    format.headings().stream()
                            .filter(column -> headings.columns().contains(column) || named.contains(column))
                            .forEach(found.columns::add);
                }

                @Override
                public void row(long number, String[] cells) {
                    found.rows.put(number, FileRows.cells(headings, cells, found.columns));
                }
            });
            return found;
        } catch (FileRefused unreadable) {
            throw new RuleViolation("mend.unreadable");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named(Map<Long, List<LoadProblem>> findings) {
        return findings.values().stream()
                .flatMap(List::stream)
                .filter(LoadProblem::error)
                .flatMap(problem -> problem.column().stream())
                .collect(Collectors.toSet());
    }

    private static void noteLook(
            Connection connection, MendedRows mended, UUID id, List<RejectedRow> rows, Access access)
            throws SQLException {
        AuditTrail.note(connection, access.account(), "load.rows", details(id));
        List<Integer> persons = mended.persons(rows.stream()
                .map(row -> row.cells().getOrDefault("iin", ""))
                .filter(iin -> iin.length() == 12)
                .distinct()
                .toList());
        AuditTrail.saw(connection, access.account(), "load.rows", persons, details(id));
    }

    private static String details(UUID load) {
        return "{\"load\": \"%s\"}".formatted(load);
    }

    private <T> T in(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the rejected rows cannot be read or written", e);
        }
    }

    /** Something to do on a connection. */
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
