package kz.ruralincome.domain.participant;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.PersonQueries.Row;
import kz.ruralincome.domain.shared.Iin;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Slice;

/** Finds the people within the caller's reach. */
@Stateless
@TransactionAttribute(REQUIRED)
public class PersonSearch {

    private static final int PAGE = 20;
    private static final int MOST_WORDS = 6;
    private static final int LONGEST = 200;
    static final String LISTED = "participant.listed";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private AuditTrail audit;

    /** Who has the IIN; nobody when they are out of reach. */
    public PersonPage byIin(String iin, Access access) {
        Access.demand(access.seesPersons());
        String digits = iin.strip();
        Iin.flawOf(digits).ifPresent(flaw -> {
            throw new InvalidRequest("iin", flaw.code());
        });
        try (var connection = database.getConnection()) {
            Integer[] units = reach.units(access).orElse(null);
            List<Row> found = PersonQueries.byIin(connection, reach.today(), new Iin(digits), units).stream()
                    .toList();
            return shown(found, Optional.empty(), access);
        } catch (SQLException e) {
            throw new IllegalStateException("the search by IIN failed", e);
        }
    }

    /**
     * Whose name is like the words, in any order, the likest first.
     *
     * @param territory a KATO code that narrows it
     * @param cursor the {@code next} of the page before
     */
    public PersonPage byName(String name, Optional<String> territory, Optional<String> cursor, Access access) {
        Access.demand(access.seesPersons());
        List<String> words = words(name);
        UUID after = cursor.map(PersonSearch::readCursor).orElse(null);
        try (var connection = database.getConnection()) {
            Integer[] units = reach.units(access, territory).orElse(null);
            List<Row> found = PersonQueries.byName(connection, reach.today(), words, units, after, PAGE + 1);
            Slice<Row> page = Slice.of(found, PAGE);
            return shown(
                    page.items(),
                    page.goesOnAfter().map(row -> row.summary().id().toString()),
                    access);
        } catch (SQLException e) {
            throw new IllegalStateException("the search by name failed", e);
        }
    }

    private PersonPage shown(List<Row> rows, Optional<String> next, Access access) {
        if (rows.isEmpty()) {
            audit.note(access.account(), LISTED, "{\"found\": 0}");
        } else {
            audit.saw(access.account(), LISTED, rows.stream().map(Row::number).toList(), null);
        }
        return new PersonPage(rows.stream().map(Row::summary).toList(), next);
    }

    private static List<String> words(String name) {
        List<String> words = name.length() > LONGEST
                ? List.of()
                : Stream.of(name.replace('\u0000', ' ').strip().split("[\\s,.]+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList();
        if (words.stream().noneMatch(word -> word.length() > 1)) {
            throw new InvalidRequest("name", "participant.name.unusable");
        }
        return words;
    }

    private static UUID readCursor(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException foreign) {
            throw new InvalidRequest("cursor", "participant.cursor.unknown");
        }
    }
}
