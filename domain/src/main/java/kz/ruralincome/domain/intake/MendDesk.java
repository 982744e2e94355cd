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
import java.util.OptionalLong;
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
     */
    public RejectedPage page(UUID id, long after, Access access) {
        Load load = demandToMend(id, access);
        List<Long> open = in(connection -> new MendedRows(connection, id).open(after, PAGE + 1));
        List<Long> shown = open.subList(0, Math.min(PAGE, open.size()));
        Map<Long, List<LoadProblem>> errors = in(connection -> new MendedRows(connection, id).errors(shown));
        Found found = find(load, shown, named(errors));
        return in(connection -> {
            MendedRows mended = new MendedRows(connection, id);
            Map<Long, Map<String, String>> saved = mended.saved();
            List<RejectedRow> rows = shown.stream()
                    .filter(found.rows::containsKey)
                    .map(row -> new RejectedRow(
                            row, saved.getOrDefault(row, found.rows.get(row)), errors.get(row), saved.containsKey(row)))
                    .toList();
            noteLook(connection, mended, id, rows, access);
            return new RejectedPage(
                    load,
                    found.columns,
                    rows,
                    mended.countOpen(),
                    saved.size(),
                    open.size() > PAGE ? OptionalLong.of(shown.get(PAGE - 1)) : OptionalLong.empty());
        });
    }

    /**
     * Saves rows of a page to be sent; one that is as it was in the file is not sent unless that is wished.
     *
     * @param cells by row, then by column
     * @param asTheyAre rows to be sent although nothing in them has changed
     */
    public void save(UUID id, Map<Long, Map<String, String>> cells, Set<Long> asTheyAre, Access access) {
        Load load = demandToMend(id, access);
        List<Long> rows = cells.keySet().stream().sorted().limit(PAGE).toList();
        List<Long> open = rows.isEmpty()
                ? List.of()
                : in(connection -> new MendedRows(connection, id).open(rows.get(0) - 1, PAGE));
        List<Long> wanted = rows.stream().filter(open::contains).toList();
        Found found = find(load, wanted, named(in(connection -> new MendedRows(connection, id).errors(wanted))));
        in(connection -> {
            MendedRows mended = new MendedRows(connection, id);
            connection.setAutoCommit(false);
            for (long row : wanted) {
                Map<String, String> before = found.rows.getOrDefault(row, Map.of());
                Map<String, String> now = found.columns.stream()
                        .collect(Collectors.toMap(
                                column -> column,
                                column -> SheetReader.trimmed(
                                        cells.get(row).getOrDefault(column, before.getOrDefault(column, "")))));
                if (asTheyAre.contains(row) || !now.equals(before)) {
                    mended.save(row, now, access.account());
                } else {
                    mended.drop(row);
                }
            }
            AuditTrail.note(connection, access.account(), "load.rows-mended", details(id));
            connection.commit();
            return null;
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
            new Loads(connection).findForUpdate(id); // nobody sends the same rows at the same time
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
     */
    public void export(UUID id, Access access, EachRow reader) {
        Load load = demandToMend(id, access);
        in(connection -> {
            connection.setAutoCommit(false); // else the driver would hold all numbers at once
            try (var open = new MendedRows(connection, id).eachOpen();
                    InputStream file = lists.file(id, access)) {
                new FileRows(load, mappings.heldFor(load)).read(file, open, new FileRows.Reader() {
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

    /** What was found in the file. */
    private record Found(List<String> columns, Map<Long, Map<String, String>> rows) {}

    private Found find(Load load, List<Long> wanted, Set<String> named) {
        ListFormat format = ListCatalogue.named(load.list());
        Found found = new Found(new ArrayList<>(), new LinkedHashMap<>());
        try (InputStream file = queue.file(load.id())) {
            PrimitiveIterator.OfLong rows =
                    wanted.stream().mapToLong(Long::longValue).iterator();
            new FileRows(load, mappings.heldFor(load)).read(file, rows, new FileRows.Reader() {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> named(Map<Long, List<LoadProblem>> errors) {
        return errors.values().stream()
                .flatMap(List::stream)
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
