package kz.ruralincome.domain.correction;

import static kz.ruralincome.domain.screening.ScreeningFixture.ANNA;
import static kz.ruralincome.domain.screening.ScreeningFixture.BEK;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.intake.FactRow;
import kz.ruralincome.domain.intake.FactRows;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.participant.ReachedPerson;
import kz.ruralincome.domain.screening.ScreeningFixture;
import kz.ruralincome.domain.shared.Sql;

/** Anna in Bayzak and Bek in another district, without work, and who may put right what is said of them. */
final class CorrectionFixture implements AutoCloseable {

    static final LocalDate TODAY = IntakeFixture.TODAY;
    static final Access ADMIN = new Access("admin", Role.ADMIN, Optional.empty(), false);
    static final Access AIGUL = new Access("aigul", Role.COORDINATOR, Optional.of(313600000), false);
    static final Access DANA = new Access("dana", Role.COORDINATOR, Optional.of(313600000), false);
    static final Integer[] BAYZAK = {313600000, 313645000};

    final IntakeFixture register;

    private CorrectionFixture(ScreeningFixture town) {
        this.register = town.register;
    }

    static CorrectionFixture start() throws SQLException {
        var town = new CorrectionFixture(ScreeningFixture.start());
        town.register.given(
                "occupations",
                "iin,from,to,kind\n%s,2022-01-01,2022-07-01,UNEMPLOYED\n%s,2022-01-01,,UNEMPLOYED\n"
                        .formatted(ANNA, BEK));
        town.connection().createStatement().execute("""
                insert into timeline (person_id, iin, borders, states, units)
                select p.id, p.iin, '{2020-01-01}', '{UNEMPLOYED}', array[l.unit_id]
                from person p join membership m on m.person_id = p.id join locality l on l.household_id = m.household_id""");
        town.connection().commit();
        return town;
    }

    Connection connection() {
        return register.connection();
    }

    static Integer[] unitsOf(Access access) {
        return access.territory().isPresent() ? BAYZAK : null;
    }

    static int number(Connection connection, String iin) throws SQLException {
        return Sql.first(connection, Integer.class, "select id from person where iin = ?", iin)
                .orElseThrow();
    }

    static ReachedPerson person(Connection connection, String iin) throws SQLException {
        UUID id = Sql.first(connection, UUID.class, "select public_id from person where iin = ?", iin)
                .orElseThrow();
        return ReachedPerson.get(connection, TODAY, id, null);
    }

    /** The only standing fact of a list. */
    FactRow fact(String iin, String list) throws SQLException {
        List<FactRow> rows = FactRows.of(connection(), number(connection(), iin)).stream()
                .filter(row -> row.list().equals(list) && row.stands())
                .toList();
        if (rows.size() != 1) {
            throw new AssertionError(list + ": " + rows.size());
        }
        return rows.get(0);
    }

    CorrectionDesk.Done correct(Access access, String iin, String list, String... headingsAndCells)
            throws SQLException {
        FactRow fact = fact(iin, list);
        Map<String, String> cells = new HashMap<>(fact.cells());
        for (int i = 0; i < headingsAndCells.length; i += 2) {
            cells.put(headingsAndCells[i], headingsAndCells[i + 1]);
        }
        return correct(access, iin, new CorrectionRequest(list, fact.id(), Optional.of(cells), "қате", "№ 7"));
    }

    CorrectionDesk.Done correct(Access access, String iin, CorrectionRequest request) throws SQLException {
        var done = CorrectionSteps.correct(connection(), access, TODAY, person(connection(), iin), request);
        connection().commit();
        return done;
    }

    void confirm(Access access, long id) throws SQLException {
        CorrectionSteps.confirm(connection(), access, TODAY, unitsOf(access), id);
        connection().commit();
    }

    Correction read(long id) throws SQLException {
        return Corrections.get(connection(), id, TODAY, null).correction();
    }

    /** Approves a report as of a day, over the year before it. */
    void approved(LocalDate asOf, String territory) throws SQLException {
        connection().rollback();
        Sql.update(
                connection(),
                "insert into report (as_of, flow_from, territory, known_on, rules, drafted_by, approved_by, approved_at)"
                        + " values (?, ?, ?, now(), '1', 'admin', 'akimat', now())",
                asOf,
                asOf.minusYears(1),
                territory);
        connection().commit();
    }

    List<String> occupations() {
        return register.rows(
                "select valid_from, valid_to, kind from occupation where superseded_rev is null order by person_id, 1");
    }

    @Override
    public void close() throws SQLException {
        register.close();
    }
}
