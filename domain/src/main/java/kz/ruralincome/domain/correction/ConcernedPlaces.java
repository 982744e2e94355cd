package kz.ruralincome.domain.correction;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.shared.Sql;

/** Where the people live, on any day, into whose figures a fact goes. */
final class ConcernedPlaces {

    /**
     * Rows in: by indexes, those of a person and a few households; rows out: units. A fact of a household goes into the
     * figures of all who were ever a member; they are counted where they live, which may be another household by then.
     */
    private static final String PLACES = """
            with named as (select id from household where household_no = any (?::text[])),
            concerned as (
                select ?::integer as person_id
                union
                select person_id from membership where household_id in (select id from named) and superseded_rev is null),
            home as (
                select id from named
                union
                select household_id from membership
                where person_id in (select person_id from concerned) and superseded_rev is null)
            select distinct unit_id from locality
            where household_id in (select id from home) and superseded_rev is null""";

    private ConcernedPlaces() {}

    /**
     * As the register stands in the transaction of the connection.
     *
     * @param person whose fact it is, or a member of whose household
     * @param rows the versions of the fact
     */
    static Set<Integer> of(Connection connection, int person, List<FactRow> rows) throws SQLException {
        Set<String> households =
                rows.stream().flatMap(row -> row.cell("household_no").stream()).collect(toSet());
        return new HashSet<>(
                Sql.list(connection, row -> row.getInt(1), PLACES, households.toArray(String[]::new), person));
    }
}
