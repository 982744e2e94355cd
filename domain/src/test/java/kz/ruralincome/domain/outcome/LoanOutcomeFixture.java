package kz.ruralincome.domain.outcome;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.credit.CreditFixture;
import kz.ruralincome.domain.movement.Population;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Found;
import kz.ruralincome.domain.outcome.LoanOutcomeReading.Wanted;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.domain.territory.TerritoryTree;
import kz.ruralincome.domain.territory.TerritoryUnit;

/** A register with loans in which people have whatever life a test gives them. */
final class LoanOutcomeFixture {

    static final int REGION = 310000000;
    static final int BAYZAK = 313600000;
    static final int SHU = 316600000;
    static final Places PLACES =
            new Places(new TerritoryTree(List.of(unit(REGION, null), unit(BAYZAK, REGION), unit(SHU, REGION))), REGION);

    final CreditFixture credit;

    LoanOutcomeFixture() throws SQLException {
        credit = CreditFixture.fresh();
        execute("insert into unit values (" + SHU + ")");
    }

    private static TerritoryUnit unit(int kato, Integer parent) {
        return new TerritoryUnit(kato, Optional.ofNullable(parent), "name", Optional.empty(), Optional.empty());
    }

    void execute(String sql) throws SQLException {
        credit.database().execute(sql);
    }

    /** A loan of 1,200,000 for a year, due on the same day of each month, without interest. */
    static String loan(String iin, String approvedOn, String disbursedOn) {
        return """
                {"iin": "%s", "purpose": "LIVESTOCK", "approvedOn": "%s", "disbursedOn": "%s", "principal": 1200000.00,
                 "annualRate": 0, "termMonths": 12, "schedule": "DIFFERENTIATED", "status": "ACTIVE"}""".formatted(iin, approvedOn, disbursedOn);
    }

    /** The life of a person: borders, states and units as arrays. */
    void life(String iin, String borders, String states, String units) throws SQLException {
        execute("""
                insert into timeline (person_id, iin, birth_date, sex, borders, states, units)
                select id, iin, '1985-01-01', 'M', '%s', '%s', '%s' from person where iin = '%s'""".formatted(borders, states, units, iin));
    }

    void person(String iin) throws SQLException {
        execute("insert into person (iin) values ('%s') on conflict do nothing".formatted(iin));
    }

    void registration(String iin, String number, String from, String to, String status) throws SQLException {
        execute("""
                insert into registration (person_id, registration_no, valid_from, valid_to, status, rev)
                select id, '%s', '%s', '%s', '%s', 1 from person where iin = '%s'""".formatted(number, from, to, status, iin));
    }

    void enrolment(String iin, String from, String to) throws SQLException {
        execute("""
                insert into enrolment (person_id, valid_from, valid_to, unit_id, rev)
                select id, '%s', '%s', %d, 1 from person where iin = '%s'""".formatted(from, to, BAYZAK, iin));
    }

    /** All is known from now on, and the computed tables have followed. */
    OffsetDateTime known() throws SQLException {
        OffsetDateTime moment = credit.close();
        credit.age(moment);
        execute("insert into movement_freshness (fresh_as_of, rules) values ('" + moment + "', '" + Rules.VERSION
                + "') on conflict (only_one) do update set fresh_as_of = excluded.fresh_as_of");
        return moment;
    }

    Found found(Wanted wanted) throws SQLException {
        try (Connection connection = credit.database().connect()) {
            connection.setAutoCommit(false);
            return LoanOutcomeReading.read(connection, wanted);
        }
    }

    static Wanted wanted(String flowFrom, String asOf, OffsetDateTime known) {
        LocalDate day = LocalDate.parse(asOf);
        return new Wanted(
                new Window(LocalDate.parse(flowFrom), day),
                Population.ALL,
                Optional.empty(),
                Optional.empty(),
                false,
                known,
                coverage -> day);
    }

    /** The figures of all loans from one day up to another. */
    LoanFigures whole(String flowFrom, String asOf) throws SQLException {
        return rows(flowFrom, asOf).get(0).figures();
    }

    List<LoanRow> rows(String flowFrom, String asOf) throws SQLException {
        var found = found(wanted(flowFrom, asOf, known()));
        return new LoanGrouping(PLACES, Optional.empty()).rows(found);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
