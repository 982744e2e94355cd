package kz.ruralincome.domain.intake;

import java.sql.Connection;

/** The right to work on one load, as long as its lease is kept: whoever comes later has a higher fencing number. */
public interface LeasedLoad {

    Load load();

    long fence();

    /** Those it is one of. */
    Leases leases(Connection connection);
}
