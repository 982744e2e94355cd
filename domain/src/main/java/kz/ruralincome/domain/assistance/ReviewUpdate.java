package kz.ruralincome.domain.assistance;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.assistance.HouseholdReading.Household;
import kz.ruralincome.domain.shared.Quarter;
import kz.ruralincome.domain.shared.Sql;
import kz.ruralincome.domain.territory.TerritoryTree;

/**
 * Makes the review of a quarter anew, in the transaction of the connection. The day of application is the first of the
 * quarter, whenever in it the run is made, so that a run can be repeated when the line was announced late.
 *
 * <p>Cost: households are read a thousand at a time, by index, with three statements, and written with one; 30,000 of them
 * with 150,000 members took 22 s on two cores that were busy with much else, and hold no more than a block in memory.
 */
final class ReviewUpdate {

    private static final int BLOCK = 1000;

    /** Rows in: the spells of assistance that stand. Rows out: households with one on the last day before, or on the business date. */
    private static final String HOUSEHOLDS = """
            select distinct household_id from assistance
            where superseded_rev is null
              and (valid_from < ? and valid_to >= ? or valid_from <= ? and valid_to > ?)
            order by household_id""";

    /** Rows in: by index, the spells of the block. Rows out: the amount of the last one that has begun, a household. */
    private static final String ASSIGNED = """
            select distinct on (household_id) household_id, monthly_amount from assistance
            where household_id = any (?) and superseded_rev is null and valid_from <= ?
            order by household_id, valid_from desc""";

    /** Rows in: earlier reviews of the block, by key. Rows out: the last of each household. */
    private static final String PREVIOUS = """
            select distinct on (household_id) household_id, outcome, monthly from assistance_review
            where household_id = any (?) and quarter < ?
            order by household_id, quarter desc""";

    private static final String WRITE = """
            insert into assistance_review (quarter, household_id, place, members, assigned, outcome, monthly, missing,
                previous_outcome, previous_monthly, change)
            select ?, household, place, members, assigned, outcome, monthly, missing, previous_outcome, previous_monthly, change
            from jsonb_to_recordset(?::jsonb) as found (household integer, place integer, members integer,
                assigned numeric, outcome text, monthly numeric, missing text[], previous_outcome text,
                previous_monthly numeric, change text)""";

    private static final String RUN = """
            insert into assistance_review_run (quarter, business_date, run_id) values (?, ?, ?)
            on conflict (quarter) do update set business_date = excluded.business_date,
                reviewed_at = clock_timestamp(), run_id = excluded.run_id""";

    private final Connection connection;
    private final Quarter quarter;
    private final LocalDate day;
    private final Parameters parameters;
    private final HouseholdReading reading;
    private final Map<ReviewChange, Long> counts = new EnumMap<>(ReviewChange.class);

    private ReviewUpdate(Connection connection, LocalDate day) throws SQLException {
        this.connection = connection;
        this.day = day;
        quarter = Quarter.of(day);
        parameters = Parameters.read(connection);
        reading = new HouseholdReading(connection, TerritoryTree.current(connection, quarter.first()), quarter.first());
    }

    /**
     * Reviews all households on assistance.
     *
     * @param day the business date
     * @return how many there are of each change, by name
     */
    static Map<String, Long> apply(Connection connection, LocalDate day, UUID run) throws SQLException {
        return new ReviewUpdate(connection, day).apply(run);
    }

    private Map<String, Long> apply(UUID run) throws SQLException {
        LocalDate first = quarter.first();
        List<Integer> households = Sql.list(connection, row -> row.getInt(1), HOUSEHOLDS, first, first, day, day);
        Sql.update(connection, "delete from assistance_review where quarter = ?", first);
        for (int at = 0; at < households.size(); at += BLOCK) {
            block(households
                    .subList(at, Math.min(at + BLOCK, households.size()))
                    .toArray(Integer[]::new));
        }
        Sql.update(connection, RUN, first, day, run);
        Map<String, Long> named = new LinkedHashMap<>();
        named.put("households", (long) households.size());
        for (ReviewChange change : ReviewChange.values()) {
            named.put(change.count(), counts.getOrDefault(change, 0L));
        }
        return named;
    }

    private void block(Integer... ids) throws SQLException {
        Map<Integer, BigDecimal> assigned = new HashMap<>();
        Sql.list(connection, row -> assigned.put(row.getInt(1), row.getBigDecimal(2)), ASSIGNED, ids, day);
        Map<Integer, Previous> previous = new HashMap<>();
        Sql.list(
                connection,
                row -> previous.put(row.getInt(1), new Previous(row.getString(2), row.getBigDecimal(3))),
                PREVIOUS,
                ids,
                quarter.first());
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Household household : reading.read(ids)) {
            TestResult result = PovertyTest.of(household.input(), parameters);
            rows.add(row(
                    household,
                    result,
                    Optional.ofNullable(assigned.get(household.id())),
                    Optional.ofNullable(previous.get(household.id()))));
        }
        Sql.update(connection, WRITE, quarter.first(), rows.build().toString());
    }

    /** @param monthly may be null */
    private record Previous(String outcome, BigDecimal monthly) {}

    private JsonObjectBuilder row(
            Household household, TestResult result, Optional<BigDecimal> assigned, Optional<Previous> previous) {
        var change = ReviewChange.of(result, previous.map(Previous::monthly));
        counts.merge(change, 1L, Long::sum);
        JsonArrayBuilder missing = Json.createArrayBuilder();
        result.missing().stream().map(Missing::code).distinct().forEach(missing::add);
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("household", household.id())
                .add("members", result.members())
                .add("outcome", result.outcome().name())
                .add("missing", missing)
                .add("change", change.name());
        household.place().ifPresent(unit -> row.add("place", unit));
        assigned.ifPresent(amount -> row.add("assigned", amount));
        result.monthly().ifPresent(amount -> row.add("monthly", amount));
        previous.ifPresent(before -> row.add("previous_outcome", before.outcome()));
        previous.map(Previous::monthly).ifPresent(amount -> row.add("previous_monthly", amount));
        return row;
    }
}
