package kz.ruralincome.domain.assistance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.assistance.HouseholdFile.Assigned;
import kz.ruralincome.domain.assistance.HouseholdFile.RecordedRefusal;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Sql;

/** The SQL of one household, on the caller's connection and transaction. Units: null lets everyone in. */
final class Households {

    private static final String PLACE = """
            left join lateral (
                select unit_id from locality
                where household_id = h.id and superseded_rev is null and valid_from <= ?
                order by valid_from desc limit 1) l on true
            where (?::integer[] is null or l.unit_id = any (?::integer[]))""";

    private static final String FOUND =
            "select h.id, h.household_no, l.unit_id from household h " + PLACE + " and h.id = ?";

    private static final String OF_PERSON =
            """
            select h.id from person p
            join membership m on m.person_id = p.id and m.superseded_rev is null and m.valid_from <= ? and m.valid_to > ?
            join household h on h.id = m.household_id
            """ + PLACE + " and p.id = (select id from person_named where public_id = ?)";

    private static final String ASSIGNED = """
            select kind::text, monthly_amount, valid_from from assistance
            where household_id = ? and superseded_rev is null and valid_from <= ? and valid_to > ?""";

    private static final String REFUSALS = """
            select f.id, f.kind, f.on_date, f.document, r.recorded_at, r.account
            from refusal f join revision r on r.id = f.rev
            where f.household_id = ? and f.superseded_rev is null order by f.on_date desc, f.id desc""";

    private static final String LOCK = "select id from household where id = ? for no key update";

    private Households() {}

    /** A household where it lives on the business date. */
    record Found(int id, String number, Optional<Integer> place) {}

    /** @throws NotFoundException if there is no such household or it is out of reach */
    static Found find(Connection connection, int id, LocalDate today, Integer[] units) throws SQLException {
        return Sql.first(
                        connection,
                        row -> new Found(
                                row.getInt(1), row.getString(2), Optional.ofNullable(row.getObject(3, Integer.class))),
                        FOUND,
                        today,
                        units,
                        units,
                        id)
                .orElseThrow(() -> new NotFoundException("household"));
    }

    /** Until the end of the transaction one officer writes of it: the next one sees what the first has written. */
    static void lock(Connection connection, int household) throws SQLException {
        Sql.first(connection, Integer.class, LOCK, household);
    }

    /** The household of which they are a member on the day. */
    static Optional<Integer> ofPerson(Connection connection, UUID person, LocalDate day, Integer[] units)
            throws SQLException {
        return Sql.first(connection, Integer.class, OF_PERSON, day, day, day, units, units, person);
    }

    static Optional<Assigned> assigned(Connection connection, int household, LocalDate day) throws SQLException {
        return Sql.first(
                connection,
                row -> new Assigned(row.getString(1), row.getBigDecimal(2), row.getObject(3, LocalDate.class)),
                ASSIGNED,
                household,
                day,
                day);
    }

    static List<RecordedRefusal> refusals(Connection connection, int household) throws SQLException {
        return Sql.list(
                connection,
                row -> new RecordedRefusal(
                        row.getLong(1),
                        RefusalGround.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class),
                        row.getString(6)),
                REFUSALS,
                household);
    }

    /** What a decision would rest on, and come after, in short. */
    static String basis(TestInput input, TestResult result, long lastDecision) {
        try {
            String text = TestJson.write(input, result) + lastDecision;
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
