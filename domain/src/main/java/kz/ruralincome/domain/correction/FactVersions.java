package kz.ruralincome.domain.correction;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.ruralincome.domain.correction.FactHistory.ByHand;
import kz.ruralincome.domain.correction.FactHistory.Origin;
import kz.ruralincome.domain.correction.FactHistory.Writing;
import kz.ruralincome.domain.enrolment.Suspensions;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.FactRows;
import kz.ruralincome.domain.shared.Sql;

/** Every version of every fact of a person with its circumstances, on the caller's connection. */
final class FactVersions {

    private static final String SUSPENDED = """
            select id, rev, superseded_rev, valid_from::text, nullif(valid_to, 'infinity')::text as valid_to, reason,
                end_reason
            from enrolment_suspension
            where person_id = any (records_of(?)) order by id""";

    /** Rows in: revisions; a row each out. */
    private static final String WRITINGS = """
            select r.id, r.recorded_at, r.account, r.purpose, l.id as load, l.file_name, l.of_form,
                c.id as correction, c.reason, c.document, c.proposed_by
            from revision r left join load l on l.rev = r.id left join correction c on c.rev = r.id
            where r.id = any (?::bigint[])""";

    private FactVersions() {}

    static List<FactHistory> of(Connection connection, int person) throws SQLException {
        List<FactRow> rows = all(connection, person);
        return FactHistory.of(rows, writings(connection, rows));
    }

    /** What lists have said of a person, and the suspensions. */
    static List<FactRow> all(Connection connection, int person) throws SQLException {
        List<FactRow> rows = rows(connection, person);
        rows.addAll(suspensions(connection, person));
        return rows;
    }

    static List<FactRow> suspensions(Connection connection, int person) throws SQLException {
        return Sql.list(connection, FactVersions::suspension, SUSPENDED, person);
    }

    /** What lists have said of a person, also under the numbers that were merged into theirs: a merge writes facts anew. */
    private static List<FactRow> rows(Connection connection, int person) throws SQLException {
        List<FactRow> rows = new ArrayList<>();
        for (int record : Sql.list(connection, row -> row.getInt(1), "select unnest(records_of(?))", person)) {
            rows.addAll(FactRows.of(connection, record));
        }
        rows.removeIf(new Elsewhere(rows)::concerns);
        return rows;
    }

    /** What households had or where they were while the person was no member of them. */
    private record Elsewhere(List<FactRow> memberships, List<FactRow> addresses) {

        private Elsewhere(List<FactRow> rows) {
            this(standing(rows, "members"), standing(rows, "households"));
        }

        private static List<FactRow> standing(List<FactRow> rows, String list) {
            return rows.stream()
                    .filter(row -> row.list().equals(list) && row.stands())
                    .toList();
        }

        boolean concerns(FactRow row) {
            return switch (row.list()) {
                case "assistance" -> !isMemberBetween(row, from(row), day(row, "to", LocalDate.MAX));
                case "payments" ->
                    !isMemberBetween(
                            row,
                            day(row, "paid_on", LocalDate.MIN),
                            day(row, "paid_on", LocalDate.MIN).plusDays(1));
                case "households" -> !isMemberBetween(row, from(row), moved(row));
                default -> false;
            };
        }

        /** An address holds until the next one of the household does. */
        private LocalDate moved(FactRow address) {
            return addresses.stream()
                    .filter(next ->
                            isOfSameHousehold(address, next) && from(next).isAfter(from(address)))
                    .map(Elsewhere::from)
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
        }

        private boolean isMemberBetween(FactRow row, LocalDate from, LocalDate to) {
            return memberships.stream()
                    .anyMatch(member -> isOfSameHousehold(member, row)
                            && from(member).isBefore(to)
                            && day(member, "to", LocalDate.MAX).isAfter(from));
        }

        private static boolean isOfSameHousehold(FactRow one, FactRow other) {
            return one.cell("household_no").equals(other.cell("household_no"));
        }

        private static LocalDate from(FactRow row) {
            return day(row, "from", LocalDate.MIN);
        }

        private static LocalDate day(FactRow row, String heading, LocalDate otherwise) {
            return row.cell(heading).map(LocalDate::parse).orElse(otherwise);
        }
    }

    private static FactRow suspension(ResultSet row) throws SQLException {
        Map<String, String> cells = new HashMap<>();
        cells.put("from", row.getString("valid_from"));
        cells.put("reason", row.getString("reason"));
        if (row.getString("valid_to") != null) {
            cells.put("to", row.getString("valid_to"));
        }
        if (row.getString("end_reason") != null) {
            cells.put("end_reason", row.getString("end_reason"));
        }
        return new FactRow(
                Suspensions.LIST,
                row.getLong("id"),
                cells,
                row.getLong("rev"),
                Optional.ofNullable(row.getObject("superseded_rev", Long.class)));
    }

    private static Map<Long, Writing> writings(Connection connection, List<FactRow> rows) throws SQLException {
        Long[] revisions = rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row.revision()), row.superseded().stream()))
                .distinct()
                .toArray(Long[]::new);
        Map<Long, Writing> writings = new HashMap<>();
        Sql.list(connection, FactVersions::writing, WRITINGS, (Object) revisions)
                .forEach(writing -> writings.put(writing.revision(), writing));
        return writings;
    }

    private static Writing writing(ResultSet row) throws SQLException {
        Optional<String> file = Optional.ofNullable(row.getString("file_name"));
        Long correction = row.getObject("correction", Long.class);
        return new Writing(
                row.getLong("id"),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getString("account"),
                correction != null ? Origin.CORRECTION : origin(row, file),
                row.getBoolean("of_form") ? Optional.empty() : file,
                Optional.ofNullable(row.getObject("load", UUID.class)),
                correction == null
                        ? Optional.empty()
                        : Optional.of(new ByHand(
                                correction,
                                row.getString("reason"),
                                row.getString("document"),
                                row.getString("proposed_by"))));
    }

    private static Origin origin(ResultSet row, Optional<String> file) throws SQLException {
        String purpose = row.getString("purpose");
        if (row.getBoolean("of_form")) {
            String form = file.orElse("").replaceFirst("[-.].*", "");
            return switch (form) {
                case "screening" -> Origin.SCREENING;
                case "enrolment" -> Origin.ENROLMENT;
                case "consent" -> Origin.CONSENT;
                default -> Origin.OTHER;
            };
        }
        return switch (purpose) {
            case "LOAD" -> file.isPresent() ? Origin.FILE : Origin.CALL;
            case "ENROLMENT" -> Origin.ENROLMENT;
            case "WITHDRAWAL" -> Origin.WITHDRAWAL;
            case "MERGE", "MERGE_UNDONE" -> Origin.MERGE;
            default -> Origin.OTHER;
        };
    }
}
