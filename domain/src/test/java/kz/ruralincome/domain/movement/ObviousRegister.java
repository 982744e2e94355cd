package kz.ruralincome.domain.movement;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.Sql;

/**
 * A small register of random facts that is kept twice: in the database and as a list in memory. It is written in steps, a
 * revision each, which add facts, end them and put others in their place.
 */
public final class ObviousRegister {

    public static final LocalDate FIRST_DAY = LocalDate.of(2024, 2, 1);
    public static final int DAYS = 60;
    static final int PERSONS = 6;
    static final int HOUSEHOLDS = 4;
    public static final List<Integer> UNITS = List.of(310000000, 313600000, 313630100, 314000000, 314030100);

    private static final List<String> KINDS = List.of(
            "UNPRODUCTIVE_SELF_EMPLOYED",
            "SELF_EMPLOYED_REGIME",
            "SELF_EMPLOYED",
            "UNEMPLOYED",
            "WAGE_EMPLOYED",
            "INACTIVE");
    private static final List<String> SOURCES =
            List.of("LABOUR_REGISTER", "TAX_REGISTER", "CONTRIBUTIONS", "SCREENING", "OTHER");
    private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "SUSPENDED", "DEREGISTERED");
    private static final List<String> VITAL = List.of("LEFT", "RETURNED", "LEFT", "RETURNED", "DIED");

    private final Random random;
    private final List<Fact> facts = new ArrayList<>();
    private int step;

    /**
     * One version of a fact.
     *
     * @param group what the subject may have one at a time of: a source, a registration number; else empty
     * @param value household, unit, kind or status
     * @param since the step that wrote it
     * @param until the step that superseded it; none: {@code Integer.MAX_VALUE}
     */
    record Fact(
            String table,
            int subject,
            String group,
            LocalDate from,
            LocalDate to,
            String value,
            long id,
            int since,
            int until) {

        boolean covers(LocalDate day) {
            return !from.isAfter(day) && to.isAfter(day);
        }

        boolean knownAt(int asOfStep) {
            return since <= asOfStep && until > asOfStep;
        }

        boolean excludes(Fact other) {
            boolean same = table.equals(other.table) && subject == other.subject && group.equals(other.group);
            return same && (from.equals(other.from) || from.isBefore(other.to) && other.from.isBefore(to));
        }
    }

    public ObviousRegister(Connection connection, Random random) throws SQLException {
        this.random = random;
        for (int unit : UNITS) {
            Sql.update(connection, "insert into unit values (?) on conflict do nothing", unit);
        }
        for (int person = 1; person <= PERSONS; person++) {
            Sql.update(
                    connection,
                    "insert into person (iin) values (?)",
                    "9%d0101%d0000%d".formatted(person, 2 + person % 3, person).substring(0, 12));
        }
        for (int household = 1; household <= HOUSEHOLDS; household++) {
            Sql.update(connection, "insert into household (household_no) values (?)", "H" + household);
        }
    }

    /** The facts of one table that stood after a step. */
    List<Fact> known(String table, int asOfStep, Predicate<Fact> which) {
        return facts.stream()
                .filter(fact -> fact.table.equals(table) && fact.knownAt(asOfStep) && which.test(fact))
                .toList();
    }

    /** Writes some facts under one revision and returns the number of the step. */
    public int write(Connection connection, int changes) throws SQLException {
        step++;
        long rev = Revision.open(connection, "test", "LOAD").id();
        for (int change = 0; change < changes; change++) {
            var standing = facts.stream()
                    .filter(fact -> fact.until == Integer.MAX_VALUE && fact.since < step)
                    .toList();
            if (!standing.isEmpty() && random.nextInt(3) == 0) {
                supersede(connection, rev, standing.get(random.nextInt(standing.size())));
            }
            add(connection, rev, any());
        }
        return step;
    }

    private void supersede(Connection connection, long rev, Fact fact) throws SQLException {
        Sql.update(connection, "update %s set superseded_rev = ? where id = ?".formatted(fact.table), rev, fact.id);
        facts.set(
                facts.indexOf(fact),
                new Fact(
                        fact.table,
                        fact.subject,
                        fact.group,
                        fact.from,
                        fact.to,
                        fact.value,
                        fact.id,
                        fact.since,
                        step));
    }

    private void add(Connection connection, long rev, Fact fact) throws SQLException {
        if (facts.stream().anyMatch(other -> other.until == Integer.MAX_VALUE && other.excludes(fact))) {
            return;
        }
        long id = insert(connection, rev, fact);
        facts.add(new Fact(
                fact.table, fact.subject, fact.group, fact.from, fact.to, fact.value, id, step, Integer.MAX_VALUE));
    }

    private Fact any() {
        LocalDate from = FIRST_DAY.plusDays(random.nextInt(DAYS));
        LocalDate to = random.nextInt(3) == 0 ? LocalDate.MAX : from.plusDays(1 + random.nextInt(25));
        int person = 1 + random.nextInt(PERSONS);
        int household = 1 + random.nextInt(HOUSEHOLDS);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> fact("membership", person, "", from, to, Integer.toString(household));
            case 3 ->
                fact(
                        "locality",
                        household,
                        "",
                        random.nextBoolean() ? LocalDate.MIN : from,
                        LocalDate.MAX,
                        one(UNITS).toString());
            case 4, 5 -> fact("assistance", household, "", from, to, "CONDITIONAL");
            case 6, 7 -> fact("occupation", person, one(SOURCES), from, to, one(KINDS));
            case 8, 9 -> fact("registration", person, "R" + random.nextInt(3), from, to, one(STATUSES));
            case 10 -> fact("enrolment", person, "", from, to, one(UNITS).toString());
            default -> fact("vital_event", person, "", from, from.plusDays(1), one(VITAL));
        };
    }

    private static Fact fact(String table, int subject, String group, LocalDate from, LocalDate to, String value) {
        // the household's next row ends a locality, so only the same day excludes another one
        LocalDate end = table.equals("locality") ? from : to;
        return new Fact(table, subject, group, from, end, value, 0, 0, 0);
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static long insert(Connection connection, long rev, Fact fact) throws SQLException {
        String sql =
                switch (fact.table) {
                    case "membership" ->
                        "(person_id, valid_from, valid_to, household_id, relation, rev) values (?, ?, ?, ?::int, 'OTHER', ?)";
                    case "locality" -> "(household_id, valid_from, unit_id, rev) values (?, ?, ?::int, ?)";
                    case "assistance" ->
                        "(household_id, valid_from, valid_to, kind, monthly_amount, rev) values (?, ?, ?, ?::assistance_kind, 1, ?)";
                    case "occupation" ->
                        "(person_id, valid_from, valid_to, kind, source, rev) values (?, ?, ?, ?::occupation_kind, ?::occupation_source, ?)";
                    case "registration" ->
                        "(person_id, valid_from, valid_to, status, registration_no, rev) values (?, ?, ?, ?::registration_status, ?, ?)";
                    case "enrolment" -> "(person_id, valid_from, valid_to, unit_id, rev) values (?, ?, ?, ?::int, ?)";
                    default -> "(person_id, on_date, kind, rev) values (?, ?, ?::vital_kind, ?)";
                };
        List<Object> values = new ArrayList<>(List.of(fact.subject, fact.from));
        if (!List.of("locality", "vital_event").contains(fact.table)) {
            values.add(fact.to);
        }
        values.add(fact.value);
        if (!fact.group.isEmpty()) {
            values.add(fact.group);
        }
        values.add(rev);
        return Sql.first(connection, Long.class, "insert into " + fact.table + sql + " returning id", values.toArray())
                .orElseThrow();
    }
}
