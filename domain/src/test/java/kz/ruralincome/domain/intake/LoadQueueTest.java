package kz.ruralincome.domain.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.Doors;
import org.junit.jupiter.api.Test;

class LoadQueueTest {

    @Test
    void tellsWhomItConcernsThatALoadWasTakenBack() throws SQLException {
        try (var register = IntakeFixture.withTerritories()) {
            List<Object> heard = new ArrayList<>();
            LoadQueue queue = Doors.open(LoadQueue.class, register.connection(), Doors.hearing(heard));

            queue.withdraw(register.lastLoad(), "aigul");
            register.connection().commit();

            assertThat(heard).hasSize(2);
            assertThat(heard.get(0)).isInstanceOfSatisfying(LoadWithdrawn.class, withdrawn -> {
                assertThat(withdrawn.load().id()).isEqualTo(register.lastLoad());
                assertThat(withdrawn.account()).isEqualTo("aigul");
            });
            assertThat(heard.get(1)).isInstanceOf(RegisterChanged.class);
            assertThat(register.rows("select 1 from territory where superseded_rev is null"))
                    .isEmpty();
        }
    }
}
