package kz.ruralincome.domain.outcome;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.Iin;

/** Writes an {@link ObviousRegister} into a database: its facts, and the timelines that follow from them. */
final class RegisterFixture {

    private final ObviousRegister register;
    private final List<String> statements = new ArrayList<>();

    private RegisterFixture(ObviousRegister register) {
        this.register = register;
    }

    /** Returns the moment at which all of it is known. */
    static OffsetDateTime write(ObviousRegister register, PilotDatabase database) throws SQLException {
        return new RegisterFixture(register).write(database);
    }

    private OffsetDateTime write(PilotDatabase database) throws SQLException {
        subjects();
        facts();
        register.persons().forEach(this::timeline);
        register.households().forEach(this::householdTimeline);
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            try (var row = statement.executeQuery("select close_watermark()")) {
                row.next();
                return row.getObject(1, OffsetDateTime.class);
            }
        }
    }

    private void subjects() {
        insert("revision (id, account, purpose) overriding system value", 1, "test", "LOAD");
        register.localities.stream()
                .map(ObviousRegister.Locality::unit)
                .distinct()
                .forEach(unit -> statements.add("insert into unit values (%d) on conflict do nothing".formatted(unit)));
        register.persons().forEach(id -> insert("person (id, iin) overriding system value", id, "%012d".formatted(id)));
        register.households()
                .forEach(id -> insert("household (id, household_no) overriding system value", id, "H" + id));
        insert("parameter (name, valid_from, value, rev)", "PENSION_AGE_MEN", register.pensionKnownFrom, 63, 1);
        insert("parameter (name, valid_from, value, rev)", "PENSION_AGE_WOMEN", register.pensionKnownFrom, "60.5", 1);
    }

    private void facts() {
        register.members.forEach(f -> insert(
                "membership (person_id, household_id, valid_from, valid_to, relation, birth_date, sex, rev)",
                f.person(),
                f.household(),
                f.from(),
                f.to(),
                "OTHER",
                f.born(),
                f.sex(),
                1));
        register.localities.forEach(
                f -> insert("locality (household_id, valid_from, unit_id, rev)", f.household(), f.from(), f.unit(), 1));
        register.assistance.forEach(f -> insert(
                "assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev)",
                f.household(),
                f.from(),
                f.to(),
                "CONDITIONAL",
                f.monthly(),
                1));
        int number = 0;
        for (var f : register.payments) {
            insert(
                    "payment (household_id, on_date, reference, amount, rev)",
                    f.household(),
                    f.on(),
                    "P" + number++,
                    f.amount(),
                    1);
        }
        register.occupations.forEach(f -> insert(
                "occupation (person_id, source, valid_from, valid_to, kind, rev)",
                f.person(),
                f.source(),
                f.from(),
                f.to(),
                f.kind(),
                1));
        register.registrations.forEach(f -> insert(
                "registration (person_id, registration_no, valid_from, valid_to, status, reason, rev)",
                f.person(),
                f.number(),
                f.from(),
                f.to(),
                f.status(),
                f.reason(),
                1));
        register.vitals.forEach(
                f -> insert("vital_event (person_id, on_date, kind, rev)", f.person(), f.on(), f.kind(), 1));
        register.spells.forEach(f -> {
            switch (f.table()) {
                case "measure" ->
                    insert(
                            "measure (person_id, valid_from, valid_to, kind, rev)",
                            f.person(),
                            f.from(),
                            f.to(),
                            "TRAINING",
                            1);
                case "enrolment" ->
                    insert(
                            "enrolment (person_id, valid_from, valid_to, unit_id, rev)",
                            f.person(),
                            f.from(),
                            f.to(),
                            register.localities.get(0).unit(),
                            1);
                default ->
                    insert(f.table() + " (person_id, valid_from, valid_to, rev)", f.person(), f.from(), f.to(), 1);
            }
        });
        register.incomes.forEach(f -> insert(
                "income (person_id, quarter, kind, amount, rev)", f.person(), f.quarter(), "WAGE", f.amount(), 1));
    }

    private void timeline(int person) {
        LocalDate beginning = register.beginning(person);
        if (beginning == null) {
            return;
        }
        SortedSet<LocalDate> days = register.days(person).tailSet(beginning);
        var listed = register.members.stream().filter(m -> m.person() == person).findFirst();
        List<String> borders = new ArrayList<>();
        List<String> states = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (LocalDate day : days) {
            String state = register.stateOn(person, day);
            String unit = Objects.toString(register.unitOn(person, day), "null");
            int last = borders.size() - 1;
            if (last < 0 || !states.get(last).equals(state) || !units.get(last).equals(unit)) {
                borders.add(day.toString());
                states.add(state);
                units.add(unit);
            }
        }
        insert(
                "timeline (person_id, iin, birth_date, sex, borders, states, units)",
                person,
                "%012d".formatted(person),
                listed.map(ObviousRegister.Member::born).orElse(null),
                listed.map(ObviousRegister.Member::sex).orElse(null),
                array(borders),
                array(states),
                array(units));
    }

    private void householdTimeline(int household) {
        List<String> borders = new ArrayList<>();
        List<String> assisted = new ArrayList<>();
        List<String> inhabited = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (LocalDate day : register.householdDays(household)) {
            borders.add(day.toString());
            assisted.add(String.valueOf(register.isAssistedOn(household, day)));
            inhabited.add(String.valueOf(register.isInhabitedOn(household, day)));
            units.add(Objects.toString(register.householdUnitOn(household, day), "null"));
        }
        if (!borders.isEmpty()) {
            insert(
                    "household_timeline (household_id, borders, assisted, inhabited, units)",
                    household,
                    array(borders),
                    array(assisted),
                    array(inhabited),
                    array(units));
        }
    }

    private static String array(List<String> values) {
        return "{" + String.join(",", values) + "}";
    }

    private void insert(String into, Object... values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? "null" : "'" + value + "'");
        }
        int columns = into.lastIndexOf(')') + 1;
        statements.add("insert into " + into + " values (" + String.join(", ", texts) + ")");
        if (columns == 0) {
            throw new IllegalArgumentException(into);
        }
    }

    /** The persons of a random register have numbers that are none; gives them others. */
    static void giveNumbers(PilotDatabase database) throws SQLException {
        int person = 0;
        for (int serial = 100; person < 12; serial++) {
            String digits = "900101300" + serial;
            if (isIin(digits)) {
                person++;
                database.execute("update person set iin = '%s' where id = %d".formatted(digits, person));
            }
        }
    }

    private static boolean isIin(String digits) {
        try {
            new Iin(digits);
            return true;
        } catch (RuntimeException wrong) {
            return false;
        }
    }
}
