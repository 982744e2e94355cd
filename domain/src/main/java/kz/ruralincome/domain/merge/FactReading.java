package kz.ruralincome.domain.merge;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ruralincome.domain.shared.Sql;

/** Reads the facts of one of two records, on the caller's connection. */
final class FactReading {

    /** Rows in and out: the versions of one person's facts of a kind under a condition. */
    private static final String FACTS = """
            select f.id, f.{begin}, {end} as valid_to, f.rev, coalesce(f.superseded_rev, 0) as superseded_rev,
                (jsonb_strip_nulls(to_jsonb(f))
                    - '{id,person_id,rev,superseded_rev,by_snapshot}'::text[])::text as said, {household} as household
            from {table} f
            where f.person_id = ? and {which}
            order by f.id""";

    private static final String HOUSEHOLD = "(select h.household_no from household h where h.id = f.household_id)";

    private final Connection connection;
    private final Person kept;

    FactReading(Connection connection, Person kept) {
        this.connection = connection;
        this.kept = kept;
    }

    /** A version of a fact with the revisions that wrote and ended it; 0: it stands. */
    record Version(Fact fact, long rev, long supersededRev) {}

    /** What stands. */
    List<Fact> standing(Person person, Side side) throws SQLException {
        return read(person, side, "f.superseded_rev is null").stream()
                .map(Version::fact)
                .toList();
    }

    /** What stood when a revision was written, or came with it or later. */
    List<Version> since(Person person, Side side, long rev) throws SQLException {
        List<Version> versions = new ArrayList<>(read(person, side, "f.superseded_rev is null"));
        versions.addAll(read(person, side, "f.superseded_rev is not null and f.superseded_rev >= " + rev));
        return versions;
    }

    private List<Version> read(Person person, Side side, String which) throws SQLException {
        List<Version> versions = new ArrayList<>();
        for (FactKind kind : FactKind.values()) {
            versions.addAll(Sql.list(
                    connection,
                    row -> version(kind, person, side, row),
                    FACTS.replace("{begin}", kind.begin())
                            .replace("{end}", kind.hasSpells() ? "f.valid_to" : "f." + kind.begin() + " + 1")
                            .replace("{household}", kind == FactKind.MEMBERSHIP ? HOUSEHOLD : "null::text")
                            .replace("{table}", kind.table())
                            .replace("{which}", which),
                    person.number()));
        }
        return versions;
    }

    private Version version(FactKind kind, Person person, Side side, ResultSet row) throws SQLException {
        Map<String, String> said = said(row.getString("said"));
        String number = said.get("registration_no");
        if (person.iin().equals(number)) {
            said.put("registration_no", Fact.OWN_IIN);
        }
        if (number != null) {
            boolean isOne = person.iin().equals(number) || kept.iin().equals(number);
            said.put(Fact.NUMBER, isOne ? Fact.OWN_IIN : number);
        }
        String household = row.getString("household");
        if (household != null) {
            said.put("household_no", household);
        }
        var fact = new Fact(
                kind,
                row.getLong("id"),
                side,
                row.getObject(2, LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                said);
        return new Version(fact, row.getLong("rev"), row.getLong("superseded_rev"));
    }

    private static Map<String, String> said(String json) {
        Map<String, String> said = new HashMap<>();
        try (var reader = Json.createReader(new StringReader(json))) {
            reader.readObject().forEach((column, value) -> said.put(column, text(value)));
        }
        return said;
    }

    private static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().toPlainString();
            default -> value.toString();
        };
    }
}
