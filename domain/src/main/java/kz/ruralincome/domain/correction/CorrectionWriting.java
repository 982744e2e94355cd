package kz.ruralincome.domain.correction;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.enrolment.EnrolmentDesk;
import kz.ruralincome.domain.enrolment.Participation.Suspension;
import kz.ruralincome.domain.enrolment.Suspensions;
import kz.ruralincome.domain.intake.FactField;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.FactRows;
import kz.ruralincome.domain.intake.FormFinding;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.intake.FormRow;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.report.ApprovedReports;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.RuleViolation;

/**
 * How what is put right is written: as rows of the fact's list; of a suspension, which is a fact of no list, by the rules of
 * the enrolment.
 */
final class CorrectionWriting {

    private static final List<FactField> OF_A_SUSPENSION = List.of(
            new FactField("from", FactField.Kind.DAY, "", List.of(), false, true),
            new FactField("to", FactField.Kind.DAY, "", List.of(), true, false),
            new FactField("reason", FactField.Kind.TEXT, "", List.of(), false, false),
            new FactField("end_reason", FactField.Kind.TEXT, "", List.of(), true, false));

    private final Connection connection;
    private final Access access;
    private final LocalDate today;
    private final FormIntake intake;

    private CorrectionWriting(Connection connection, Access access, LocalDate today) throws SQLException {
        this.connection = connection;
        this.access = access;
        this.today = today;
        this.intake = new FormIntake(connection, access, today).begin();
    }

    /** Waits for its turn among the loads. */
    static CorrectionWriting begin(Connection connection, Access access, LocalDate today) throws SQLException {
        return new CorrectionWriting(connection, access, today);
    }

    /** What of a fact may be put right by hand; empty where its list is not known. */
    static List<FactField> fields(String list) {
        return list.equals(Suspensions.LIST) ? OF_A_SUSPENSION : FactRows.fields(list);
    }

    static boolean isOfPerson(String list) {
        return list.equals(Suspensions.LIST) || FactRows.isOfPerson(list);
    }

    /** Every version of the facts of one list. */
    static List<FactRow> facts(Connection connection, int person, String list) throws SQLException {
        return list.equals(Suspensions.LIST)
                ? FactVersions.suspensions(connection, person)
                : FactRows.of(connection, person).stream()
                        .filter(row -> row.list().equals(list))
                        .toList();
    }

    /** What a correction has written: the versions that gave way and those that came, and where people concerned live. */
    record Effect(long revision, List<FactRow> gone, List<FactRow> come, Set<Integer> units) {

        List<Integer> reports(Connection connection, String list) throws SQLException {
            TouchedDays days = TouchedDays.of(list, gone, come);
            return days.from().isEmpty()
                    ? List.of()
                    : ApprovedReports.holding(connection, days.from().get(), days.to(), units);
        }

        /** What the fact says now, as the list has understood it. */
        Optional<Map<String, String>> said(FactRow before) {
            return gone.size() == 1 && gone.get(0).id() == before.id() && come.size() == 1
                    ? Optional.of(come.get(0).cells())
                    : Optional.empty();
        }
    }

    /**
     * Puts something in the place of a fact.
     *
     * @param after empty: it never was
     * @throws FormRefused by the rules of the list
     * @throws RuleViolation {@code correction.nothing} when nothing would be another
     */
    Effect write(long id, ReachedPerson reached, FactRow before, Optional<Map<String, String>> after)
            throws SQLException {
        int person = reached.number();
        Set<Integer> units = ConcernedPlaces.of(connection, person, List.of(before));
        if (after.filter(before.cells()::equals).isPresent()) {
            throw new RuleViolation("correction.nothing");
        }
        if (before.list().equals(Suspensions.LIST)) {
            LocalDate replaced = LocalDate.parse(before.cells().get("from"));
            Optional<Suspension> said = after.map(CorrectionWriting::suspension);
            Suspensions.replace(connection, access.account(), today, person, before.id(), replaced, said);
        } else if (!intake.write("correction-" + id, rows(reached.summary().iin(), before, after))) {
            throw new RuleViolation("correction.nothing");
        }
        List<FactRow> rows = facts(connection, person, before.list());
        long revision = rows.stream()
                .filter(row -> row.id() == before.id())
                .flatMap(row -> row.superseded().stream())
                .findFirst()
                .orElseThrow(() -> new RuleViolation("correction.nothing"));
        List<FactRow> gone = rows.stream()
                .filter(row -> row.superseded().filter(rev -> rev == revision).isPresent())
                .toList();
        List<FactRow> come =
                rows.stream().filter(row -> row.revision() == revision).toList();
        List<FactRow> concerned = new ArrayList<>(gone);
        concerned.addAll(come);
        units.addAll(ConcernedPlaces.of(connection, person, concerned));
        return new Effect(revision, gone, come, units);
    }

    /** The rows of the list that say so: under another key the fact is taken back, and said anew. */
    private static List<FormRow> rows(Iin iin, FactRow before, Optional<Map<String, String>> after) {
        List<String> keys = FactRows.keys(before.list());
        List<FormRow> rows = new ArrayList<>();
        boolean sameKey = after.isPresent()
                && keys.stream().allMatch(key -> before.cell(key)
                        .equals(Optional.ofNullable(after.get().get(key))));
        if (!sameKey) {
            Map<String, String> key = new HashMap<>();
            keys.forEach(name -> before.cell(name).ifPresent(cell -> key.put(name, cell)));
            key.put("action", "REMOVE");
            rows.add(row(before.list(), iin, key));
        }
        after.ifPresent(cells -> rows.add(row(before.list(), iin, cells)));
        return rows;
    }

    private static FormRow row(String list, Iin iin, Map<String, String> cells) {
        Map<String, String> all = new HashMap<>(cells);
        if (FactRows.isOfPerson(list)) {
            all.put("iin", iin.digits());
        }
        return new FormRow(list, "fact", all);
    }

    /** The form of the cells; what they say is judged by the enrolment. */
    private static Suspension suspension(Map<String, String> cells) {
        List<FormFinding> flaws = new ArrayList<>();
        Optional<LocalDate> from = day(cells, "from", flaws);
        Optional<LocalDate> to = day(cells, "to", flaws);
        Optional<String> reason = reason(cells, "reason", flaws);
        Optional<String> endReason = reason(cells, "end_reason", flaws);
        if (!cells.containsKey("from")) {
            flaws.add(flaw("from", "value.missing"));
        }
        if (!cells.containsKey("reason")) {
            flaws.add(flaw("reason", "value.missing"));
        }
        if (!flaws.isEmpty()) {
            throw new FormRefused(flaws);
        }
        return new Suspension(from.orElseThrow(), to, reason.orElseThrow(), endReason);
    }

    private static Optional<LocalDate> day(Map<String, String> cells, String column, List<FormFinding> flaws) {
        try {
            return Optional.ofNullable(cells.get(column)).map(LocalDate::parse);
        } catch (DateTimeParseException malformed) {
            flaws.add(flaw(column, "date.format"));
            return Optional.empty();
        }
    }

    private static Optional<String> reason(Map<String, String> cells, String column, List<FormFinding> flaws) {
        Optional<String> said = Optional.ofNullable(cells.get(column));
        if (said.filter(text -> text.length() > EnrolmentDesk.LONGEST_REASON).isPresent()) {
            flaws.add(flaw(column, "text.length", Integer.toString(EnrolmentDesk.LONGEST_REASON)));
        }
        return said;
    }

    private static FormFinding flaw(String column, String code, String... arguments) {
        return new FormFinding(Suspensions.LIST, "fact", column, code, List.of(arguments));
    }
}
