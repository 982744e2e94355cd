package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.ruralincome.domain.merge.MergePreview.CoveringReport;
import kz.ruralincome.domain.merge.MergePreview.Loan;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.report.ApprovedReports;
import kz.ruralincome.domain.shared.Sql;

/** What is shown beside the facts of two records, on the caller's connection. */
final class RecordReading {

    private static final String CARD = """
            select coalesce(t.birth_date, c.birth_date), t.sex, c.phone,
                (select h.household_no from membership m join household h on h.id = m.household_id
                 where m.person_id = p.id and m.superseded_rev is null and m.valid_from <= d.today and m.valid_to > d.today)
            from (select ?::date as today) d, person p
            left join timeline t on t.person_id = p.id left join person_card c on c.person_id = p.id
            where p.id = ?""";

    private static final String LOANS = """
            select l.id, l.contract_no from loan_version v join loan l on l.id = v.loan_id
            where v.person_id = ? and v.superseded_rev is null order by v.approved_on, l.id""";

    /** Rows in: the loans of one borrower; rows out: the first day that one of their figures is of. */
    private static final String FIRST_OF_LOANS = """
            select min(day) from loan_version v, unnest(v.tranche_on || v.approved_on) day
            where v.person_id = ? and v.superseded_rev is null having min(day) is not null""";

    /** Rows in: the memberships of two people, by an index; rows out: where their households ever lived. */
    private static final String PLACES = """
            select distinct l.unit_id from locality l
            where l.superseded_rev is null and l.household_id in (
                select household_id from membership where person_id in (?, ?) and superseded_rev is null)""";

    private static final String REPORTS =
            "select id, as_of from report where id = any (?) order by as_of desc, id desc";

    private final Connection connection;
    private final LocalDate today;

    RecordReading(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    MergePreview.Record record(ReachedPerson person) throws SQLException {
        List<Loan> loans =
                Sql.list(connection, row -> new Loan(row.getLong(1), row.getString(2)), LOANS, person.number());
        return Sql.list(
                        connection,
                        row -> new MergePreview.Record(
                                person.summary(),
                                Optional.ofNullable(row.getObject(1, LocalDate.class)),
                                Optional.ofNullable(row.getString(2)),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)),
                                loans),
                        CARD,
                        today,
                        person.number())
                .get(0);
    }

    /** Those that may count one of the two on a day of which a merge would tell something else. */
    List<CoveringReport> reports(Person kept, Person merged, MergePlan plan) throws SQLException {
        LocalDate first = Stream.concat(
                        plan.lines().stream()
                                .flatMap(line -> line.merged().stream())
                                .map(Fact::from),
                        Sql.list(connection, row -> row.getObject(1, LocalDate.class), FIRST_OF_LOANS, merged.number())
                                .stream())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        List<Integer> places = Sql.list(connection, row -> row.getInt(1), PLACES, kept.number(), merged.number());
        return Sql.list(
                connection,
                row -> new CoveringReport(row.getInt(1), row.getObject(2, LocalDate.class)),
                REPORTS,
                (Object) ApprovedReports.holding(connection, first, LocalDate.MAX, places)
                        .toArray(Integer[]::new));
    }
}
