package kz.ruralincome.domain.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/**
 * Rows a second from file to facts, beside a bare COPY of the same rows into a table with primary key, foreign key and a
 * unique b-tree on (subject, from), in the same run on the same server.
 */
class ListSpeedBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int SPELLS = 4;
    private static final int SUBJECTS = ROWS / SPELLS;

    @Test
    void beatsAThirdOfCopy() throws Exception {
        PilotDatabase database = PilotDatabase.durable();
        try (IntakeFixture register = IntakeFixture.on(database)) {
            register.given("territories", "kato,parent,name_ru\n310000000,,область\n");
            timed(register, "households", "household_no,from,kato\n", i -> "H" + i + ",,310000000\n", SUBJECTS);
            measure(
                    register,
                    "members",
                    "household_no,iin,from,to,birth_date,sex,family_name,given_name,relation\n",
                    i -> "H" + subject(i) + "," + iin(subject(i)) + "," + spell(i) + ",,,Тестов,Анна,HEAD\n",
                    "membership",
                    "person",
                    "person_id, household_id, valid_from, valid_to, relation, family_name, given_name");
            measure(
                    register,
                    "occupations",
                    "iin,source,from,to,kind\n",
                    i -> iin(subject(i)) + ",TAX_REGISTER," + spell(i) + ",UNEMPLOYED\n",
                    "occupation",
                    "person",
                    "person_id, source, valid_from, valid_to, kind");
            measure(
                    register,
                    "assistance",
                    "household_no,from,to,kind,monthly_amount\n",
                    i -> "H" + subject(i) + "," + spell(i) + ",CONDITIONAL,35000.50\n",
                    "assistance",
                    "household",
                    "household_id, valid_from, valid_to, kind, monthly_amount");
        }
    }

    private static void measure(
            IntakeFixture register,
            String list,
            String head,
            IntFunction<String> row,
            String table,
            String subjects,
            String columns)
            throws Exception {
        double first = timed(register, list, head, row, ROWS);
        double again = timed(register, list, head, row, ROWS);
        double copy = copy(register, table, subjects, columns);
        System.out.printf(
                Locale.ROOT,
                "%-12s %,d rows: %,.0f rows/s, again %,.0f rows/s, COPY %,.0f rows/s, ratio %.2f%n",
                list,
                ROWS,
                ROWS / first,
                ROWS / again,
                ROWS / copy,
                copy / first);
    }

    private static double timed(IntakeFixture register, String list, String head, IntFunction<String> row, int rows)
            throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        int[] order = shuffled(rows);
        for (int i : order) {
            file.writeBytes(row.apply(i).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = file.toByteArray();
        long start = System.nanoTime();
        LoadResult result = register.load(list, bytes, LoadOptions.NONE, null, false);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (result.accepted() + result.unchanged() != rows) {
            throw new AssertionError(list + " " + result);
        }
        System.out.printf(Locale.ROOT, "  %s: %.1f s, accepted %,d%n", list, seconds, result.accepted());
        return seconds;
    }

    private static double copy(IntakeFixture register, String table, String subjects, String columns) throws Exception {
        Connection connection = register.connection();
        Sql sql = new Sql(connection);
        String subject = columns.substring(0, columns.indexOf(','));
        sql.run("drop table if exists copied");
        sql.run("create table copied (id bigint generated always as identity primary key, %s)"
                .formatted(definitions(register, table, columns)));
        sql.run("alter table copied add foreign key (%s) references %s".formatted(subject, subjects));
        sql.run("create unique index on copied (%s, valid_from)".formatted(subject));
        connection.commit();
        var api = connection.unwrap(PGConnection.class).getCopyAPI();
        var text = new java.io.StringWriter();
        api.copyOut(
                "copy (select %s from %s where superseded_rev is null order by md5(id::text)) to stdout"
                        .formatted(columns, table),
                text);
        String rows = text.toString();
        connection.commit();
        long start = System.nanoTime();
        api.copyIn("copy copied (%s) from stdin".formatted(columns), new StringReader(rows));
        connection.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        sql.run("drop table copied");
        connection.commit();
        return seconds;
    }

    private static String definitions(IntakeFixture register, String table, String columns) {
        StringBuilder definitions = new StringBuilder();
        for (String column : columns.split(", ")) {
            definitions
                    .append(definitions.isEmpty() ? "" : ", ")
                    .append(column)
                    .append(' ')
                    .append(register.rows("select format_type(atttypid, atttypmod) from pg_attribute where attrelid = '"
                                    + table + "'::regclass and attname = '" + column + "'")
                            .get(0))
                    .append(" not null");
        }
        return definitions.toString();
    }

    private static int[] shuffled(int rows) {
        int[] order = new int[rows];
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < rows; i++) {
            int at = random.nextInt(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        return order;
    }

    private static int subject(int row) {
        return row / SPELLS;
    }

    private static String spell(int row) {
        int year = 2019 + row % SPELLS;
        return year + "-01-01," + year + "-10-01";
    }

    private static final String[] IINS = new String[SUBJECTS + 1];

    private static String iin(int person) {
        if (IINS[person] == null) {
            for (int digits = person; ; digits += 10_000_000) {
                try {
                    IINS[person] = IntakeFixture.iin("%011d".formatted(80_000_000_000L + digits));
                    break;
                } catch (IllegalArgumentException e) {
                    // one in eleven has no check digit
                }
            }
        }
        return IINS[person];
    }
}
