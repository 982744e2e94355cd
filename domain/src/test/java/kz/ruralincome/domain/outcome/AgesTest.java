package kz.ruralincome.domain.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.ruralincome.domain.PilotDatabase;
import org.junit.jupiter.api.Test;

class AgesTest {

    /** Each day of five years, with each birth date about the age: leap days and ends of months among them. */
    @Test
    void areReachedByThoseBornOnOrBeforeOneDate() throws SQLException {
        assertThat(PilotDatabase.fresh().valueOf("""
                        select count(*)
                        from generate_series(date '2023-01-01', date '2027-12-31', interval '1 day') d (day)
                        cross join unnest(array[1, 12 * 18, 12 * 60 + 6, 12 * 63]) m (months)
                        cross join generate_series(-5, 5) n
                        cross join lateral (select (day - make_interval(months => months))::date + n as born) b
                        where (born + make_interval(months => months) <= day)
                            is distinct from (born <= last_born(day::date, months))""")).isEqualTo(0L);
    }
}
