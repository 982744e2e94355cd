package kz.ruralincome.domain.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Sql;

/** Keeps and finds mappings of headings, on the caller's connection. */
final class HeadingMappings {

    private static final String COLUMNS =
            "select id, list, name, headings, columns, given, asked, account, unit_id, made_at from heading_mapping ";

    /** Row in: one. An equal fingerprint of the same list and territory gives way to it. */
    private static final String REPLACE = """
            update heading_mapping set removed_at = clock_timestamp(), removed_by = ?
            where list = ? and fingerprint = ? and unit_id is not distinct from ?::integer and removed_at is null""";

    private static final String ADD = """
            insert into heading_mapping (list, name, fingerprint, headings, columns, given, asked, account, unit_id)
            values (?, ?, ?, ?::text[], ?::text[], ?::jsonb, ?::text[], ?, ?::integer)
            returning id""";

    private static final String RENAME = "update heading_mapping set name = ? where id = ? and removed_at is null";

    private static final String REMOVE = """
            update heading_mapping set removed_at = clock_timestamp(), removed_by = ?
            where id = ? and removed_at is null""";

    /** How many are shown and held beside a load; as many different sheets of one territory are not expected. */
    private static final int MOST = 500;

    private HeadingMappings() {}

    /** Keeps a mapping; the id and the moment of the one given do not count. */
    static UUID add(Connection connection, HeadingMapping mapping) throws SQLException {
        Integer unit = mapping.unit().orElse(null);
        String fingerprint = HeadingMapping.fingerprint(mapping.headings());
        Sql.update(connection, REPLACE, mapping.account(), mapping.list(), fingerprint, unit);
        return Sql.first(
                        connection,
                        UUID.class,
                        ADD,
                        mapping.list(),
                        mapping.name(),
                        fingerprint,
                        mapping.headings().toArray(String[]::new),
                        mapping.columns().toArray(String[]::new),
                        JsonTexts.write(mapping.given()),
                        mapping.asked().toArray(String[]::new),
                        mapping.account(),
                        unit)
                .orElseThrow();
    }

    /** One, also when it has been removed: loads tell what they were read with. */
    static Optional<HeadingMapping> find(Connection connection, UUID id) throws SQLException {
        return Sql.first(connection, HeadingMappings::mapping, COLUMNS + "where id = ?", id);
    }

    /** Those that stand of one list, or of all when it is null, of the units and of none; the newest first. */
    static List<HeadingMapping> standing(Connection connection, String list, Integer[] units) throws SQLException {
        return Sql.list(connection, HeadingMappings::mapping, COLUMNS + """
                where removed_at is null and (?::text is null or list = ?)
                  and (unit_id is null or ?::integer[] is null or unit_id = any (?::integer[]))
                order by made_at desc, id limit\s""" + MOST, list, list, units, units);
    }

    static boolean rename(Connection connection, UUID id, String name) throws SQLException {
        return Sql.update(connection, RENAME, name, id) == 1;
    }

    static boolean remove(Connection connection, UUID id, String account) throws SQLException {
        return Sql.update(connection, REMOVE, account, id) == 1;
    }

    private static HeadingMapping mapping(ResultSet row) throws SQLException {
        return new HeadingMapping(
                row.getObject("id", UUID.class),
                row.getString("list"),
                row.getString("name"),
                texts(row, "headings"),
                texts(row, "columns"),
                JsonTexts.read(row.getString("given")),
                texts(row, "asked"),
                row.getString("account"),
                Optional.ofNullable(row.getObject("unit_id", Integer.class)),
                row.getObject("made_at", OffsetDateTime.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
