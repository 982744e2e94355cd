package kz.ruralincome.domain.assistance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.Sql;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What the review reads and keeps of random households is what one reads off the lists by hand, one household at a time. */
class ReviewProperties {

    private static final int HOUSEHOLDS = 60;

    @Property(tries = 12)
    void theReviewIsTheTestOfEachHousehold(@ForAll long seed) throws SQLException {
        var random = new Random(seed);
        var households = new RandomHouseholds(random, HOUSEHOLDS);
        LocalDate day = LocalDate.of(2024, 4, 1).plusDays(random.nextInt(60));
        LocalDate applied = LocalDate.of(2024, 4, 1);
        var parameters = new Parameters(RandomHouseholds.parameters());
        List<String> expected = new ArrayList<>();
        for (int household = 1; household <= HOUSEHOLDS; household++) {
            if (households.isReviewed(household, day)) {
                var result = PovertyTest.of(households.inputOf(household, applied), parameters);
                expected.add(household + " " + result.members() + " " + result.outcome() + " "
                        + result.monthly()
                                .map(one -> one.setScale(2).toPlainString())
                                .orElse("null"));
            }
        }
        try (var connection = PilotDatabase.fresh().connect()) {
            connection.setAutoCommit(false);
            households.write(connection);
            connection.commit();

            ReviewUpdate.apply(connection, day, UUID.randomUUID());

            assertThat(
                            Sql.list(
                                    connection,
                                    row -> row.getInt(1) + " " + row.getInt(2) + " " + row.getString(3) + " "
                                            + row.getString(4),
                                    "select household_id, members, outcome, monthly from assistance_review order by household_id"))
                    .isEqualTo(expected);
        }
    }
}
