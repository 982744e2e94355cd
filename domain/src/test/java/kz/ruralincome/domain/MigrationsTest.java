package kz.ruralincome.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void leaveASchemaWithoutAFailedStep() throws SQLException {
        PilotDatabase database = PilotDatabase.fresh();

        assertThat(database.valueOf("select count(*) from flyway_schema_history where not success"))
                .isEqualTo(0L);
    }

    @Test
    void giveEveryTestADatabaseOfItsOwn() throws SQLException {
        PilotDatabase one = PilotDatabase.fresh();
        PilotDatabase other = PilotDatabase.fresh();
        one.execute("create table only_here (id int)");

        assertThat(other.valueOf("select to_regclass('only_here')")).isNull();
    }
}
