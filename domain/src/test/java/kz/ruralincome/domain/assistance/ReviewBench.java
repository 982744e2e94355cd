package kz.ruralincome.domain.assistance;

import static java.util.Locale.ROOT;

import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.Sql;
import org.junit.jupiter.api.Test;

/** Measures a review, a page of its list, and the reading of one household; it asserts nothing. */
class ReviewBench {

    private static final int HOUSEHOLDS = Integer.getInteger("pilot.bench.households", 30_000);
    private static final LocalDate DAY = LocalDate.of(2024, 4, 1);

    /** Five members each, three of them with two incomes. */
    private static final String[] FILL = {
        "set local session_replication_role = replica",
        "insert into revision (account, purpose) values ('bench', 'LOAD')",
        "insert into unit values (310000000), (313600000)",
        """
        insert into territory (unit_id, valid_from, valid_to, parent, name_ru, rev) values
            (310000000, '-infinity', 'infinity', null, 'x', 1), (313600000, '-infinity', 'infinity', 310000000, 'x', 1)""",
        """
        insert into parameter (name, unit_id, valid_from, value, rev) values
            ('POVERTY_LINE', 310000000, '2024-04-01', 34000, 1), ('MCI_SOCIAL', null, '2024-01-01', 3692, 1),
            ('CHILD_SUPPLEMENT_MCI', null, '2023-01-01', 1.5, 1), ('PENSION_AGE_MEN', null, '2019-01-01', 63, 1),
            ('PENSION_AGE_WOMEN', null, '2019-01-01', 61, 1)""",
        "insert into household (household_no) select 'H' || n from generate_series(1, %1$d) n",
        "insert into person (iin) select lpad(n::text, 12, '0') from generate_series(1, 5 * %1$d) n",
        """
        insert into locality (household_id, valid_from, unit_id, rev)
        select n, '2020-01-01', 313600000, 1 from generate_series(1, %1$d) n""",
        """
        insert into membership (person_id, household_id, valid_from, valid_to, relation, birth_date, sex, rev)
        select n, (n - 1) / 5 + 1, '2020-01-01', 'infinity', 'OTHER', date '1970-01-01' + n %% 19000, 'M', 1
        from generate_series(1, 5 * %1$d) n""",
        """
        insert into assistance (household_id, valid_from, valid_to, kind, monthly_amount, rev)
        select n, '2023-01-01', 'infinity', 'CONDITIONAL', 20000, 1 from generate_series(1, %1$d) n""",
        """
        insert into income (person_id, quarter, kind, amount, rev)
        select n, '2024-01-01', k::income_kind, n * 7919 %% 300000, 1
        from generate_series(1, 5 * %1$d) n, unnest(array['WAGE', 'PLOT']) k where n %% 5 < 3""",
        "analyze"
    };

    @Test
    void reviewsEveryHousehold() throws SQLException {
        try (var connection = PilotDatabase.durable().connect()) {
            connection.setAutoCommit(false);
            for (String sql : FILL) {
                Sql.update(connection, sql.formatted(HOUSEHOLDS));
            }
            connection.commit();
            for (String what : new String[] {"the first of the quarter", "the same again"}) {
                long begin = System.nanoTime();
                var counts = ReviewUpdate.apply(connection, DAY, UUID.randomUUID());
                connection.commit();
                print(what, begin, counts);
            }
            long begin = System.nanoTime();
            ReviewList.page(connection, null, Optional.of(ReviewChange.NO_LONGER), Optional.empty(), ReviewList.PAGE);
            print("a page of the list", begin, "");
        }
    }

    private static void print(String what, long begin, Object beside) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf(
                ROOT,
                "review of %,d households: %-26s %8.3f s  %s  (load %.1f)%n",
                HOUSEHOLDS,
                what,
                (System.nanoTime() - begin) / 1e9,
                beside,
                load);
    }
}
