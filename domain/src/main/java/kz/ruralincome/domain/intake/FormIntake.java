package kz.ruralincome.domain.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * Turns what a page has gathered into facts by the rules of the lists: its rows go in as small loads, one a list, which stand
 * among the others with their file, so that they are judged, told of and withdrawn like any.
 *
 * <p>Everything happens in the caller's transaction; a row that is refused refuses the whole form.
 */
public final class FormIntake {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Set<String> FOLLOWS = Set.of("household.unknown", "row.territory");

    /** What a load leaves behind until the transaction ends; the next one of the same transaction makes its own. */
    private static final String CLEAR = "drop table if exists intake_stage, intake_judged, intake_person,"
            + " intake_household, intake_cut, intake_clash, intake_refused, intake_reach, intake_home, intake_change, intake_moved";

    private final Connection connection;
    private final Sql sql;
    private final Access access;
    private final LocalDate today;

    /** @param today the business date, on which it is asked who lives where */
    public FormIntake(Connection connection, Access access, LocalDate today) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.access = access;
        this.today = today;
    }

    /**
     * Waits for its turn among the loads, so that nothing of what the form rests on changes before it is written.
     *
     * @throws RuleViolation {@code form.busy} if a load takes longer than ten seconds
     */
    public FormIntake begin() throws SQLException {
        sql.run("set local lock_timeout = '10s'");
        try {
            sql.run(LoadQueue.ONE_AT_A_TIME);
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw new RuleViolation("form.busy");
            }
            throw e;
        }
        sql.run("set local lock_timeout = 0");
        return this;
    }

    /**
     * Writes the rows, the lists in the order of the catalogue; gives whether any fact has changed.
     *
     * @param name what the loads are called among the others, as {@code screening-12}
     * @throws FormRefused if one may not become a fact; then the caller's transaction must not be committed
     */
    public boolean write(String name, List<FormRow> rows) throws SQLException {
        Map<String, List<FormRow>> byList = rows.stream().collect(Collectors.groupingBy(FormRow::list));
        List<FormFinding> findings = new ArrayList<>();
        boolean changed = false;
        for (ListFormat format : ListCatalogue.all()) {
            List<FormRow> ofList = byList.getOrDefault(format.name(), List.of());
            if (!ofList.isEmpty()) {
                boolean first = findings.isEmpty();
                changed |= load(format, name, ofList, findings);
                if (!first) {
                    // what only follows from a refusal before
                    findings.removeIf(f -> f.list().equals(format.name()) && FOLLOWS.contains(f.code()));
                }
            }
        }
        if (!findings.isEmpty()) {
            throw new FormRefused(findings);
        }
        return changed;
    }

    private boolean load(ListFormat format, String name, List<FormRow> rows, List<FormFinding> findings)
            throws SQLException {
        Access.demand(ListRights.maySend(format, access));
        byte[] file = csv(format, rows).getBytes(UTF_8);
        try (var load = NewLoad.read(
                format.name(), LoadOptions.NONE, "text/csv", name + ".csv", new ByteArrayInputStream(file), access)) {
            UUID id = load.insert(connection);
            // the whole form is one block: it is read before the first one is taken
            LoadResult result = new LoadEngine(Runnable::run)
                    .apply(connection, order(id, format), () -> new ByteArrayInputStream(file));
            sql.run(CLEAR);
            note(id, result);
            for (LoadProblem problem : new Loads(connection).problems(id, true, rows.size() * 20)) {
                findings.add(new FormFinding(
                        format.name(),
                        rows.get((int) Math.max(0, problem.row() - 1)).place(),
                        problem.column().orElse(""),
                        problem.code(),
                        problem.arguments()));
            }
            return result.revision() != null;
        } catch (IOException e) {
            throw new IllegalStateException("a form cannot be read", e);
        }
    }

    private LoadOrder order(UUID id, ListFormat format) {
        return new LoadOrder(
                id,
                format,
                LoadOptions.NONE,
                access.account(),
                access.territory().orElse(null),
                true, // what was said at a visit is no old file
                today,
                RememberedHeadings.NONE,
                true);
    }

    private void note(UUID id, LoadResult result) throws SQLException {
        sql.run(
                """
                update load
                set state = ?, rows = ?, accepted = ?, unchanged = ?, rejected = ?, corrected = ?, rev = ?,
                    of_form = true,
                    started_at = clock_timestamp(), ended_at = clock_timestamp(), progress = 100
                where id = ?""",
                result.state().name(),
                result.rows(),
                result.accepted(),
                result.unchanged(),
                result.rejected(),
                result.corrected(),
                result.revision(),
                id);
    }

    /** Rows as a file with the headings of the list: those that are said, and those that must be there. */
    static String csv(ListFormat format, List<FormRow> rows) {
        Set<String> said =
                rows.stream().flatMap(row -> row.cells().keySet().stream()).collect(Collectors.toSet());
        List<String> headings = format.headings().stream()
                .filter(heading -> said.contains(heading) || isNeeded(format, heading))
                .toList();
        var text = new StringBuilder(String.join(",", headings));
        for (FormRow row : rows) {
            text.append('\n')
                    .append(headings.stream()
                            .map(heading -> quoted(row.cells().getOrDefault(heading, "")))
                            .collect(Collectors.joining(",")));
        }
        return text.append('\n').toString();
    }

    private static boolean isNeeded(ListFormat format, String heading) {
        return format.column(heading).filter(column -> !column.mayLack()).isPresent();
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }

    /**
     * What a list would say of one cell by its form alone, as {@code iin.checksum}; empty: nothing, also of an empty cell.
     * Whether a unit exists is not asked.
     */
    public static Optional<FormFinding> flawOf(String list, String place, String column, String cell) {
        if (cell == null || cell.isBlank() || column.equals("kato")) {
            return Optional.empty();
        }
        RowNotes notes = new RowNotes(new Units(Set.of(), Set.of()));
        notes.begin();
        notes.at(column, cell);
        ListCatalogue.named(list).column(column).orElseThrow().rule().read(cell.strip(), notes);
        return notes.all().stream()
                .filter(RowNotes.Note::error)
                .findFirst()
                .map(note -> new FormFinding(list, place, column, note.code(), note.args()));
    }

    /** The cells of a row in the order in which they are said. */
    public static Map<String, String> cells(String... headingsAndCells) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < headingsAndCells.length; i += 2) {
            if (headingsAndCells[i + 1] != null) {
                cells.put(headingsAndCells[i], headingsAndCells[i + 1]);
            }
        }
        return cells;
    }
}
