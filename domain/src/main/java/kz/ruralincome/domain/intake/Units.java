package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** The KATO units that stand now, at any date, and those of them that have no parent: the regions. */
record Units(Set<Integer> all, Set<Integer> regions) {

    static Units standing(Connection connection) throws SQLException {
        Set<Integer> all = new HashSet<>();
        Set<Integer> regions = new HashSet<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select unit_id, bool_or(parent is null)
                        from territory
                        where superseded_rev is null
                        group by unit_id""")) {
            while (rows.next()) {
                all.add(rows.getInt(1));
                if (rows.getBoolean(2)) {
                    regions.add(rows.getInt(1));
                }
            }
        }
        return new Units(all, regions);
    }

    boolean knows(int unit) {
        return all.contains(unit);
    }

    boolean isRegion(int unit) {
        return regions.contains(unit);
    }
}
