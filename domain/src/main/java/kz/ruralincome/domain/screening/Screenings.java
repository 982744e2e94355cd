package kz.ruralincome.domain.screening;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.screening.Screening.Reopening;
import kz.ruralincome.domain.screening.Screening.StandingLoad;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.Slice;
import kz.ruralincome.domain.shared.Sql;

/** The table of screenings, on the caller's connection and transaction. */
final class Screenings {

    /** Those whose place lies in the caller's units, and the caller's own drafts wherever they are; null: all. */
    private static final String REACH =
            "(?::integer[] is null or s.unit_id = any (?::integer[]) or s.begun_by = ? and s.state = 'DRAFT')";

    private static final String ONE = """
            select s.*, h.household_no from screening s left join household h on h.id = s.household_id
            where s.public_id = ? and\s""" + REACH;

    private static final String SUMMARY = """
            select s.id, s.public_id, s.state, h.household_no, s.unit_id, s.seen_on, s.changed_by, s.changed_at,
                jsonb_array_length(s.answers -> 'members') as members
            from screening s left join household h on h.id = s.household_id
            """;

    private static final String SUMMARIES = SUMMARY + """
            where (?::text is null or s.state = ?) and (?::bigint is null or s.id < ?) and\s""" + REACH + " order by s.id desc limit ?";

    private static final String COUNT =
            "select count(*) from screening s where (?::text is null or s.state = ?) and " + REACH;

    private Screenings() {}

    /** Whom a caller reaches. */
    record Reached(Integer[] units, String account) {}

    static UUID begin(Connection connection, Sheet sheet, Integer household, Integer unit, String account)
            throws SQLException {
        return Sql.first(connection, UUID.class, """
                        insert into screening (answers, household_id, unit_id, begun_by, changed_by)
                        values (?::jsonb, ?::integer, ?::integer, ?, ?) returning public_id""", sheet.toJson(), household, unit, account, account)
                .orElseThrow();
    }

    static Screening get(Connection connection, UUID id, Reached reached) throws SQLException {
        return one(connection, ONE, id, reached);
    }

    /** The same, so that nobody else changes it before the transaction ends. */
    static Screening getToChange(Connection connection, UUID id, Reached reached) throws SQLException {
        return one(connection, ONE + " for update of s", id, reached);
    }

    private static Screening one(Connection connection, String sql, UUID id, Reached reached) throws SQLException {
        Screening found = Sql.first(
                        connection, Screenings::read, sql, id, reached.units(), reached.units(), reached.account())
                .orElseThrow(() -> new NotFoundException("screening"));
        return found.reopened().isEmpty() ? found : found.withStanding(standing(connection, found));
    }

    private static List<StandingLoad> standing(Connection connection, Screening screening) throws SQLException {
        return Sql.list(
                connection,
                row -> new StandingLoad(row.getObject(1, UUID.class), row.getString(2)),
                """
                select id, list from load
                where of_form and file_name = ? and state = 'DONE' and rev is not null order by seq""",
                screening.loadName() + ".csv");
    }

    /** The one with the number that people know; empty: none, or out of reach. */
    static Optional<ScreeningSummary> numbered(Connection connection, long number, Reached reached)
            throws SQLException {
        return Sql.first(
                connection,
                Screenings::summary,
                SUMMARY + " where s.id = ? and " + REACH,
                number,
                reached.units(),
                reached.units(),
                reached.account());
    }

    /** Writes a draft with the next number of version. */
    static void keep(
            Connection connection,
            Screening before,
            Sheet sheet,
            List<Flaw> flaws,
            Integer household,
            Integer unit,
            String account)
            throws SQLException {
        Sql.update(connection, """
                update screening
                set answers = ?::jsonb, flaws = ?::jsonb, household_id = coalesce(?::integer, household_id),
                    unit_id = ?::integer, version = version + 1, changed_by = ?, changed_at = clock_timestamp()
                where id = ?""", sheet.toJson(), json(flaws), household, unit, account, before.number());
    }

    static void finish(Connection connection, Screening draft, LocalDate day, int household, String account)
            throws SQLException {
        Sql.update(connection, """
                update screening
                set state = 'FINISHED', seen_on = ?, household_id = ?, flaws = '[]', version = version + 1,
                    reopened_lists = null, reopened_by = null, reopened_at = null, reopened_answers = null, changed_by = ?, changed_at = clock_timestamp()
                where id = ?""", day, household, account, draft.number());
    }

    /**
     * Makes a finished one a draft again; of one that is it already, notes the further list. One that was cancelled since stays
     * so.
     *
     * @return whether it is a draft
     */
    static boolean reopen(Connection connection, long number, String list, String account) throws SQLException {
        return Sql.update(connection, """
                update screening
                set state = 'DRAFT', seen_on = null, version = version + (state = 'FINISHED')::int, changed_by = ?,
                    changed_at = clock_timestamp(), reopened_lists = array_append(reopened_lists, ?), reopened_by = ?,
                    reopened_at = clock_timestamp(), reopened_answers = coalesce(reopened_answers, answers), flaws = '[]'
                where id = ? and state <> 'CANCELLED'""", account, list, account, number) == 1;
    }

    static void cancel(Connection connection, Screening draft, String reason, String account) throws SQLException {
        Sql.update(connection, """
                update screening
                set state = 'CANCELLED', cancel_reason = ?, flaws = '[]', version = version + 1,
                    changed_by = ?, changed_at = clock_timestamp()
                where id = ?""", reason, account, draft.number());
    }

    /** Notes what the register said when the draft took up its household. */
    static void adopt(Connection connection, Screening draft, Sheet register) throws SQLException {
        Sql.update(
                connection, "update screening set adopted = ?::jsonb where id = ?", register.toJson(), draft.number());
    }

    /** Empty: no household of the register was taken up. */
    static Optional<Sheet> adopted(Connection connection, Screening draft) throws SQLException {
        return Sql.first(connection, String.class, "select adopted::text from screening where id = ?", draft.number())
                .map(text -> Sheet.of(object(text)));
    }

    /** What the register has refused of a version; the answers stay as they are. Somebody may have changed them meanwhile. */
    static void refuse(Connection connection, Screening draft, int version, List<Flaw> flaws) throws SQLException {
        Sql.update(
                connection,
                "update screening set flaws = ?::jsonb where id = ? and version = ? and state = 'DRAFT'",
                json(flaws),
                draft.number(),
                version);
    }

    static ScreeningPage page(
            Connection connection, Optional<ScreeningState> state, Optional<Long> before, Reached reached, int size)
            throws SQLException {
        String wanted = state.map(Enum::name).orElse(null);
        Long last = before.orElse(null);
        List<ScreeningSummary> found = Sql.list(
                connection,
                Screenings::summary,
                SUMMARIES,
                wanted,
                wanted,
                last,
                last,
                reached.units(),
                reached.units(),
                reached.account(),
                size + 1);
        long count = Sql.first(
                        connection,
                        Long.class,
                        COUNT,
                        wanted,
                        wanted,
                        reached.units(),
                        reached.units(),
                        reached.account())
                .orElseThrow();
        Slice<ScreeningSummary> page = Slice.of(found, size);
        return new ScreeningPage(page.items(), count, page.goesOnAfter().map(ScreeningSummary::number));
    }

    /** The draft of a household of the register; whoever asks next waits until the transaction ends. */
    static Optional<ScreeningSummary> draftOf(Connection connection, int household) throws SQLException {
        Sql.first(connection, Integer.class, "select id from household where id = ? for no key update", household);
        return Sql.first(
                connection,
                Screenings::summary,
                SUMMARY + "where s.household_id = ? and s.state = 'DRAFT' order by s.id limit 1",
                household);
    }

    private static ScreeningSummary summary(ResultSet row) throws SQLException {
        return new ScreeningSummary(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                ScreeningState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("household_no")),
                Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                row.getInt("members"),
                Optional.ofNullable(row.getObject("seen_on", LocalDate.class)),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class));
    }

    private static Screening read(ResultSet row) throws SQLException {
        return new Screening(
                row.getLong("id"),
                row.getObject("public_id", UUID.class),
                ScreeningState.valueOf(row.getString("state")),
                row.getInt("version"),
                Sheet.of(object(row.getString("answers"))),
                flaws(row.getString("flaws")),
                Optional.ofNullable(row.getString("household_no")),
                Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                Optional.ofNullable(row.getString("cancel_reason")),
                row.getString("begun_by"),
                row.getObject("begun_at", OffsetDateTime.class),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class),
                reopening(row));
    }

    private static Optional<Reopening> reopening(ResultSet row) throws SQLException {
        Array lists = row.getArray("reopened_lists");
        return lists == null
                ? Optional.empty()
                : Optional.of(new Reopening(
                        List.of((String[]) lists.getArray()),
                        row.getString("reopened_by"),
                        row.getObject("reopened_at", OffsetDateTime.class),
                        Sheet.of(object(row.getString("reopened_answers"))),
                        List.of()));
    }

    private static JsonObject object(String text) {
        try (var json = Json.createReader(new StringReader(text))) {
            return json.readObject();
        }
    }

    private static String json(List<Flaw> flaws) {
        var array = Json.createArrayBuilder();
        for (Flaw flaw : flaws) {
            var arguments = Json.createArrayBuilder();
            flaw.arguments().forEach(arguments::add);
            array.add(Json.createObjectBuilder()
                    .add("place", flaw.place())
                    .add("code", flaw.code())
                    .add("arguments", arguments));
        }
        return array.build().toString();
    }

    private static List<Flaw> flaws(String text) {
        JsonArray array;
        try (var json = Json.createReader(new StringReader(text))) {
            array = json.readArray();
        }
        return array.getValuesAs(JsonObject.class).stream()
                .map(flaw -> new Flaw(
                        flaw.getString("place"),
                        flaw.getString("code"),
                        flaw.getJsonArray("arguments").getValuesAs(JsonString.class).stream()
                                .map(JsonString::getString)
                                .toList()))
                .toList();
    }
}
