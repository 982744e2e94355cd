package kz.ruralincome.domain.merge;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.ruralincome.domain.merge.MergePreview.CoveringReport;
import kz.ruralincome.domain.merge.MergePreview.Loan;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTree;

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

    /**
     * Rows in: approved reports, some hundreds, and the periods of two timelines; rows out: a report with each unit in which
     * one of the two lived, or nobody knows where, on a day of it.
     */
    private static final String REPORTS = """
            select r.id, r.as_of, r.territory, p.unit_id
            from report r
            join (select b.unit_id, b.border, lead(b.border, 1, 'infinity') over (partition by t.person_id order by b.border) as next
                  from timeline t cross join lateral unnest(t.borders, t.units) b (border, unit_id)
                  where t.person_id in (?, ?)) p on p.border <= r.as_of and p.next > r.flow_from
            where r.approved_at is not null
            order by r.as_of desc, r.id desc""";

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

    /** @param trees the tree of a date */
    List<CoveringReport> reports(Person one, Person other, Function<LocalDate, TerritoryTree> trees)
            throws SQLException {
        return Sql.list(
                        connection,
                        row -> {
                            var report = new CoveringReport(row.getInt(1), row.getObject(2, LocalDate.class));
                            String territory = row.getString(3);
                            Integer unit = row.getObject(4, Integer.class);
                            boolean covers = territory == null
                                    || (unit == null
                                            ? territory.equals("none")
                                            : territory.matches("[0-9]+")
                                                    && trees.apply(report.asOf())
                                                            .liesIn(unit, Integer.parseInt(territory)));
                            return covers ? Optional.of(report) : Optional.<CoveringReport>empty();
                        },
                        REPORTS,
                        one.number(),
                        other.number())
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
