package kz.ruralincome.domain.quality;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.Sql;

/** A small register, written past all doors, and the findings of a day in it. Everyone lives in one unit until said otherwise. */
final class QualityFixture implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2023, 1, 1);
    static final int BAYZAK = 313600000;

    private static final String STANDING = """
            select kind || ' ' || subject || case when other = 0 then '' else '+' || other end || ' ' || state
            from finding where ended_at is null order by 1""";

    private final Connection connection;

    QualityFixture() throws SQLException {
        connection = PilotDatabase.fresh().connect();
        connection.setAutoCommit(false);
        execute("""
                insert into unit values (313600000), (313645000), (316600000);
                insert into revision (id, account, purpose) overriding system value values (1, 'registry', 'LOAD');
                insert into lender (id, code, kind, name_kk, name_ru, name_en)
                overriding system value values (1, 'bank-a', 'BANK', 'A', 'A', 'A')""");
    }

    Connection connection() {
        return connection;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Somebody with a household of the same number, a timeline and no name. */
    void person(int id) throws SQLException {
        execute("""
                insert into person (id, iin) overriding system value values (%1$d, '%2$s');
                insert into household (id, household_no) overriding system value values (%1$d, 'H-%1$d');
                insert into membership (person_id, household_id, valid_from, valid_to, relation, rev)
                values (%1$d, %1$d, '2020-01-01', 'infinity', 'HEAD', 1);
                insert into timeline (person_id, iin, birth_date, sex, borders, states, units)
                values (%1$d, '%2$s', ('1985-01-0' || 1 + %1$d %% 9)::date, 'M', '{2020-01-01}', '{INACTIVE}', '{313600000}')""".formatted(id, iin(id)));
    }

    private static String iin(int id) {
        for (int serial = id; ; serial += 1000) {
            String digits = "8501013%04d".formatted(serial);
            int check = Iin.checkDigit(digits);
            if (check < 10) {
                return digits + check;
            }
        }
    }

    /** The same with a name and a birth date. */
    void person(int id, String family, String given, String patronymic, String birthDate, int unit)
            throws SQLException {
        person(id);
        Sql.update(
                connection,
                "insert into person_card (person_id, family_name, given_name, patronymic, search_name) values (?, ?, ?, ?, search_name(?, ?, ?))",
                id,
                family,
                given,
                patronymic,
                family,
                given,
                patronymic);
        Sql.update(
                connection,
                "update timeline set birth_date = ?::date, units = array[?] where person_id = ?",
                birthDate,
                unit,
                id);
    }

    /** Looks for everything on {@link #TODAY}; the counts of the run. */
    Map<String, Long> look() throws SQLException {
        var counts = FindingUpdate.apply(connection, TODAY, null);
        connection.commit(); // as at the end of a run: its temporary table goes
        return counts;
    }

    /** What stands, as {@code KIND subject STATE}. */
    List<String> standing() throws SQLException {
        return Sql.list(connection, row -> row.getString(1), STANDING);
    }

    /** What stands after another look. */
    List<String> found() throws SQLException {
        look();
        return standing();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
