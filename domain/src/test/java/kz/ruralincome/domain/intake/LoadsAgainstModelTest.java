package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Random files, one after the other, do to the register what a few obvious lines of Java do to a map. */
class LoadsAgainstModelTest {

    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    /** A row of the list of assistance; lengths in months, 0: open. */
    record Row(int household, int from, int length, int amount, boolean remove) {

        String csv() {
            return "H%d,%s,%s,CONDITIONAL,%d,%s%n"
                    .formatted(
                            household,
                            day(from),
                            length == 0 ? "" : day(from + length),
                            amount,
                            remove ? "REMOVE" : "");
        }

        String key() {
            return household + " " + day(from);
        }

        int to() {
            return length == 0 ? Integer.MAX_VALUE : from + length;
        }

        boolean same(Row other) {
            return other != null && other.length == length && other.amount == amount;
        }
    }

    private static LocalDate day(int month) {
        return START.plusMonths(month);
    }

    /** What stands, by household and start; and every key that ever stood. */
    private static final class Model {
        private Map<String, Row> standing = new TreeMap<>();
        private final TreeSet<String> ever = new TreeSet<>();

        /** Accepted, unchanged, rejected. */
        int[] load(List<Row> file) {
            int[] counts = new int[3];
            for (int household = 1; household <= 3; household++) {
                int subject = household;
                loadOne(file.stream().filter(r -> r.household() == subject).toList(), subject, counts);
            }
            standing.keySet().forEach(ever::add);
            return counts;
        }

        private void loadOne(List<Row> rows, int household, int[] counts) {
            Map<String, Row> wanted = new TreeMap<>();
            Map<String, Row> removals = new TreeMap<>();
            for (Row row : rows) {
                if ((row.remove() ? removals : wanted).putIfAbsent(row.key(), row) != null) {
                    counts[2]++;
                }
            }
            Map<String, Row> after = new TreeMap<>(standing);
            int accepted = 0;
            int unchanged = 0;
            for (Row removal : removals.values()) {
                Row there = standing.get(removal.key());
                Row instead = wanted.get(removal.key());
                if (there == null && !ever.contains(removal.key())) {
                    counts[2]++;
                } else if (there == null || instead != null && instead.same(there)) {
                    unchanged++;
                } else {
                    after.remove(removal.key());
                    accepted++;
                }
            }
            for (Row row : wanted.values()) {
                if (row.same(standing.get(row.key()))) {
                    unchanged++;
                } else {
                    accepted++;
                }
                after.put(row.key(), row);
            }
            if (overlaps(after, household)) {
                counts[2] += accepted + unchanged;
            } else {
                standing = after;
                counts[0] += accepted;
                counts[1] += unchanged;
            }
        }

        private static boolean overlaps(Map<String, Row> rows, int household) {
            List<Row> own = rows.values().stream()
                    .filter(r -> r.household() == household)
                    .toList();
            for (Row one : own) {
                for (Row other : own) {
                    if (one != other && one.from() < other.to() && other.from() < one.to()) {
                        return true;
                    }
                }
            }
            return false;
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            standing.values()
                    .forEach(r -> lines.add("H%d %s %s %d.00"
                            .formatted(
                                    r.household(),
                                    day(r.from()),
                                    r.length() == 0 ? "infinity" : day(r.to()),
                                    r.amount())));
            return lines;
        }
    }

    @Provide
    Arbitrary<List<List<Row>>> files() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of(0, 1, 1, 1, 2, 2, 3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(false, false, false, true))
                .as(Row::new);
        return row.list().ofMinSize(1).ofMaxSize(6).list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void standAsTheModelSays(@ForAll("files") List<List<Row>> files) throws SQLException {
        try (IntakeFixture register = IntakeFixture.withHouseholds()) {
            Model model = new Model();
            for (List<Row> file : files) {
                StringBuilder csv = new StringBuilder("household_no,from,to,kind,monthly_amount,action\n");
                file.forEach(row -> csv.append(row.csv()));
                // confirmed: whether an old file has to wait is another question
                LoadResult result =
                        register.load("assistance", csv.toString().getBytes(), LoadOptions.NONE, null, true);
                int[] counts = model.load(file);
                assertThat(List.of(result.accepted(), result.unchanged(), result.rejected()))
                        .as(register.problems().toString())
                        .containsExactly((long) counts[0], (long) counts[1], (long) counts[2]);
                assertThat(result.rows()).isEqualTo(result.accepted() + result.unchanged() + result.rejected());
                assertThat(register.rows("""
                        select household_no, valid_from, valid_to, monthly_amount from assistance
                        join household h on h.id = household_id where superseded_rev is null order by 1, 2""")).containsExactlyElementsOf(model.lines());
            }
        }
    }
}
