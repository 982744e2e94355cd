package kz.ruralincome.domain.assistance;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kz.ruralincome.domain.assistance.TestInput.Circumstances;
import kz.ruralincome.domain.assistance.TestInput.Ground;
import kz.ruralincome.domain.assistance.TestInput.Member;
import kz.ruralincome.domain.shared.Quarter;

/** Households as lists in memory, with the obvious way to read them, and written into a database among rows that do not count. */
final class RandomHouseholds {

    private static final LocalDate FIRST = LocalDate.of(2023, 10, 1);
    private static final int DAYS = 240;
    private static final int[] UNITS = {310000000, 313600000, 313645000, 350000000};
    private static final String[] KINDS = {"WAGE", "PLOT", "LIVESTOCK", "BENEFIT"};

    private final Random random;
    private final int households;
    private final List<Stay> stays = new ArrayList<>();
    private final List<Vital> vitals = new ArrayList<>();
    private final List<Income> incomes = new ArrayList<>();
    private final List<Locality> localities = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    RandomHouseholds(Random random, int households) {
        this.random = random;
        this.households = households;
        for (int household = 1; household <= households; household++) {
            household(household);
        }
    }

    private record Stay(int person, int household, LocalDate from, LocalDate to, LocalDate born) {}

    private record Vital(int person, LocalDate on, String kind) {}

    private record Income(int person, LocalDate quarter, String kind, BigDecimal amount) {}

    private record Locality(int household, LocalDate from, int unit) {}

    private record Spell(int household, LocalDate from, LocalDate to) {}

    private record Refusal(int household, LocalDate on, RefusalGround kind) {}

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private void household(int household) {
        int size = random.nextInt(6);
        for (int n = 0; n < size; n++) {
            int person = household * 10 + n;
            LocalDate from = random.nextBoolean() ? FIRST.minusYears(1) : day();
            LocalDate to = random.nextInt(4) > 0 ? LocalDate.of(2030, 1, 1) : from.plusDays(1 + random.nextInt(200));
            LocalDate born = random.nextInt(5) == 0 ? null : LocalDate.of(1950 + random.nextInt(74), 1, 1);
            stays.add(new Stay(person, household, from, to, born));
            if (random.nextInt(5) == 0) {
                vitals.add(new Vital(person, day(), "DIED"));
            }
            if (random.nextInt(4) == 0) {
                LocalDate left = day();
                vitals.add(new Vital(person, left, "LEFT"));
                vitals.add(new Vital(person, left.plusDays(1 + random.nextInt(60)), "RETURNED"));
            }
            for (String quarter : new String[] {"2023-10-01", "2024-01-01", "2024-04-01"}) {
                for (String kind : KINDS) {
                    if (random.nextInt(5) == 0) {
                        var amount = BigDecimal.valueOf(random.nextInt(20_000_000), 2);
                        incomes.add(new Income(person, LocalDate.parse(quarter), kind, amount));
                    }
                }
            }
        }
        if (random.nextInt(6) > 0) {
            localities.add(new Locality(household, FIRST.minusYears(1), UNITS[random.nextInt(UNITS.length)]));
        }
        localities.add(new Locality(household, day(), UNITS[random.nextInt(UNITS.length)]));
        LocalDate from = day();
        spells.add(new Spell(household, from, from.plusDays(1 + random.nextInt(180))));
        if (random.nextInt(4) == 0) {
            RefusalGround kind = RefusalGround.values()[1 + random.nextInt(5)];
            refusals.add(new Refusal(household, day(), kind));
        }
    }

    /** The obvious reading of one household on a day. */
    TestInput inputOf(int household, LocalDate day) {
        LocalDate quarter = Quarter.of(day).before().first();
        List<Member> members = stays.stream()
                .filter(stay -> stay.household() == household)
                .filter(stay -> !stay.from().isAfter(day) && stay.to().isAfter(day))
                .filter(stay -> !isGone(stay.person(), day))
                .map(stay -> member(stay, quarter))
                .toList();
        Optional<Integer> unit = unitOf(household, day);
        return new TestInput(
                day,
                unit.map(one -> one == 350000000 ? 350000000 : 310000000),
                members,
                Circumstances.NONE,
                refusals.stream()
                        .filter(refusal -> refusal.household() == household
                                && !refusal.on().isAfter(LocalDate.of(2024, 6, 30)))
                        .map(refusal -> new Ground(refusal.kind(), refusal.on()))
                        .toList());
    }

    private Optional<Integer> unitOf(int household, LocalDate day) {
        return localities.stream()
                .filter(one -> one.household() == household && !one.from().isAfter(day))
                .max((one, other) -> one.from().compareTo(other.from()))
                .map(Locality::unit);
    }

    private boolean isGone(int person, LocalDate day) {
        String last = "";
        LocalDate on = LocalDate.MIN;
        for (Vital vital : vitals) {
            if (vital.person() == person && !vital.on().isAfter(day)) {
                if (vital.kind().equals("DIED")) {
                    return true;
                }
                if (vital.on().isAfter(on)) {
                    on = vital.on();
                    last = vital.kind();
                }
            }
        }
        return last.equals("LEFT");
    }

    private Member member(Stay stay, LocalDate quarter) {
        Map<String, BigDecimal> earned = new HashMap<>();
        incomes.stream()
                .filter(income ->
                        income.person() == stay.person() && income.quarter().equals(quarter))
                .forEach(income -> earned.put(income.kind(), income.amount()));
        // the IIN of all says 1985-01-01, a man
        LocalDate born = stay.born() == null ? LocalDate.of(1985, 1, 1) : stay.born();
        return new Member("OTHER", Optional.of(born), Optional.of("M"), earned);
    }

    /** Whether it has assistance on the last day before the quarter or on the day. */
    boolean isReviewed(int household, LocalDate day) {
        LocalDate before = Quarter.of(day).first().minusDays(1);
        return spells.stream()
                .filter(spell -> spell.household() == household)
                .anyMatch(spell -> covers(spell, before) || covers(spell, day));
    }

    private static boolean covers(Spell spell, LocalDate day) {
        return !spell.from().isAfter(day) && spell.to().isAfter(day);
    }

    /** Writes all of it, and superseded rows that would change every answer. */
    void write(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.addBatch("insert into revision (account, purpose) values ('test', 'LOAD'), ('test', 'LOAD')");
            for (int unit : UNITS) {
                statement.addBatch("insert into unit values (%d)".formatted(unit));
                String parent = unit == 313645000 ? "313600000" : unit == 313600000 ? "310000000" : "null";
                statement.addBatch("""
                        insert into territory (unit_id, valid_from, valid_to, parent, name_ru, rev)
                        values (%d, '-infinity', 'infinity', %s, 'x', 1)""".formatted(unit, parent));
            }
            for (int household = 1; household <= households; household++) {
                statement.addBatch(
                        "insert into household (id, household_no) overriding system value values (%1$d, 'H%1$d')"
                                .formatted(household));
            }
            for (Stay stay : stays) {
                statement.addBatch("insert into person (id, iin) overriding system value values (%d, '8501013%05d')"
                        .formatted(stay.person(), stay.person()));
                statement.addBatch(
                        """
                        insert into membership (person_id, household_id, valid_from, valid_to, relation, birth_date, rev)
                        values (%d, %d, '%s', '%s', 'OTHER', %s, 1)""".formatted(stay.person(), stay.household(), stay.from(), stay.to(), quoted(stay.born())));
                statement.addBatch("""
                        insert into membership (person_id, household_id, valid_from, valid_to, relation, rev, superseded_rev)
                        values (%d, %d, '2020-01-01', 'infinity', 'HEAD', 1, 2)""".formatted(stay.person(), stay.household()));
                statement.addBatch("""
                        insert into vital_event (person_id, on_date, kind, rev, superseded_rev)
                        values (%d, '2020-01-01', 'DIED', 1, 2)""".formatted(stay.person()));
                statement.addBatch("""
                        insert into income (person_id, quarter, kind, amount, rev, superseded_rev)
                        values (%d, '2024-01-01', 'OTHER', 9000000, 1, 2)""".formatted(stay.person()));
            }
            for (Vital vital : vitals) {
                statement.addBatch("""
                        insert into vital_event (person_id, on_date, kind, rev) values (%d, '%s', '%s', 1)
                        on conflict do nothing""".formatted(vital.person(), vital.on(), vital.kind()));
            }
            for (Income income : incomes) {
                statement.addBatch(
                        "insert into income (person_id, quarter, kind, amount, rev) values (%d, '%s', '%s', %s, 1)"
                                .formatted(income.person(), income.quarter(), income.kind(), income.amount()));
            }
            for (Locality one : localities) {
                statement.addBatch(
                        "insert into locality (household_id, valid_from, unit_id, rev) values (%d, '%s', %d, 1)"
                                .formatted(one.household(), one.from(), one.unit()));
            }
            for (Spell spell : spells) {
                statement.addBatch("""
                        insert into assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev)
                        values (%d, '%s', '%s', 'CONDITIONAL', 1000, 1)""".formatted(spell.household(), spell.from(), spell.to()));
            }
            for (Refusal refusal : refusals) {
                statement.addBatch("""
                        insert into refusal (household_id, on_date, kind, document, rev) values (%d, '%s', '%s', '№ 1', 1)""".formatted(refusal.household(), refusal.on(), refusal.kind()));
            }
            for (ParameterRow row : parameters()) {
                statement.addBatch("""
                        insert into parameter (name, unit_id, valid_from, value, document, rev)
                        values ('%s', %s, '%s', %s, 'x', 1)""".formatted(
                                row.name(), row.unit().map(String::valueOf).orElse("null"), row.from(), row.value()));
            }
            statement.executeBatch();
        }
    }

    /** The line of one region alone is announced. */
    static List<ParameterRow> parameters() {
        var rows = AssistanceFixture.lawful();
        rows.add(AssistanceFixture.regional("POVERTY_LINE", "2024-01-01", "30000"));
        rows.add(AssistanceFixture.regional("POVERTY_LINE", "2024-04-01", "34000"));
        return rows;
    }

    private static String quoted(Object value) {
        return value == null ? "null" : "'" + value + "'";
    }
}
