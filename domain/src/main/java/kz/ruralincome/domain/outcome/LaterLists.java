package kz.ruralincome.domain.outcome;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.ruralincome.domain.shared.Sql;

/** Why a figure is another one than before: the lists that came in since. */
public final class LaterLists {

    /** Lists and loans that changed facts between two moments: a row a list. Merged records may have changed facts of each. */
    private static final String LISTS = """
            select distinct l.list
            from revision r join load l on r.id in (l.rev, l.withdrawn_rev)
            where r.recorded_at > ? and r.recorded_at <= ?
            union all
            (select 'loans' from revision r
             where r.recorded_at > ? and r.recorded_at <= ?
               and exists (select from loan_version v where v.rev = r.id) limit 1)
            union all
            (select unnest(string_to_array('members,vital-events,occupations,incomes,registrations,enrolments,measures', ','))
             from revision r join person_merge a on r.id in (a.rev, a.undone_rev)
             where r.recorded_at > ? and r.recorded_at <= ? limit 7)""";

    private LaterLists() {}

    /** The lists by which facts came in after the first moment, up to the second; {@code loans} among them. */
    public static Set<String> between(Connection connection, OffsetDateTime from, OffsetDateTime to)
            throws SQLException {
        return Set.copyOf(Sql.list(connection, row -> row.getString(1), LISTS, from, to, from, to, from, to));
    }

    /** Those of them on which the figure rests, each once. */
    public static List<String> behind(Indicator indicator, Set<String> later) {
        return Stream.concat(indicator.needs().stream(), indicator.restsOn().stream())
                .distinct()
                .filter(later::contains)
                .toList();
    }
}
