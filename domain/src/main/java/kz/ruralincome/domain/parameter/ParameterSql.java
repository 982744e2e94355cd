package kz.ruralincome.domain.parameter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.register.Known;
import kz.ruralincome.domain.shared.Sql;

/** Reads the versions of the parameters on the caller's connection; some hundreds, read whole. */
final class ParameterSql {

    private static final String VERSIONS = """
            select f.name, f.unit_id, f.valid_from, f.value, f.document, r.recorded_at, r.account, s.recorded_at, s.account
            from parameter f join revision r on r.id = f.rev left join revision s on s.id = f.superseded_rev
            where %s order by f.valid_from desc, f.id desc""";

    private static final String STANDING = VERSIONS.formatted("f.superseded_rev is null");
    private static final String THEN = "with " + Known.CTE + VERSIONS.formatted(Known.visible("f"));
    private static final String SUPERSEDED = VERSIONS.formatted(
            "f.superseded_rev is not null and f.name = ? and f.unit_id is not distinct from ?::integer");

    private ParameterSql() {}

    /** Every name at least once, in the order of the list; the whole country first, then regions by code. */
    static List<ParameterSeries> series(Connection connection, Optional<OffsetDateTime> asKnownOn) throws SQLException {
        List<ParameterVersion> versions = asKnownOn.isEmpty()
                ? Sql.list(connection, ParameterSql::version, STANDING)
                : Sql.list(connection, ParameterSql::version, THEN, asKnownOn.get());
        List<ParameterSeries> series = new ArrayList<>();
        for (ParameterName name : ParameterName.values()) {
            Map<Integer, List<ParameterVersion>> byUnit = new LinkedHashMap<>();
            versions.stream()
                    .filter(version -> version.name() == name)
                    .sorted((one, other) -> one.unit().orElse(0) - other.unit().orElse(0))
                    .forEach(version -> byUnit.computeIfAbsent(version.unit().orElse(0), unit -> new ArrayList<>())
                            .add(version));
            if (byUnit.isEmpty()) {
                byUnit.put(0, List.of());
            }
            byUnit.forEach((unit, found) ->
                    series.add(new ParameterSeries(name, unit == 0 ? Optional.empty() : Optional.of(unit), found)));
        }
        return series;
    }

    /** What stood before, and by what it was superseded; the latest day first. */
    static List<ParameterVersion> superseded(Connection connection, ParameterName name, Optional<Integer> unit)
            throws SQLException {
        return Sql.list(connection, ParameterSql::version, SUPERSEDED, name.name(), unit.orElse(null));
    }

    private static ParameterVersion version(ResultSet row) throws SQLException {
        return new ParameterVersion(
                ParameterName.valueOf(row.getString(1)),
                Optional.ofNullable(row.getObject(2, Integer.class)),
                row.getObject(3, LocalDate.class),
                row.getBigDecimal(4),
                Optional.ofNullable(row.getString(5)),
                row.getObject(6, OffsetDateTime.class),
                row.getString(7),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)),
                Optional.ofNullable(row.getString(9)));
    }
}
