package kz.ruralincome.domain.participant;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.Sql;

/** Opens what is recorded of one person. */
@Stateless
@TransactionAttribute(REQUIRED)
public class Participants {

    private static final String CARD = """
            select coalesce(t.birth_date, c.birth_date), t.sex, c.phone
            from person p left join timeline t on t.person_id = p.id left join person_card c on c.person_id = p.id
            where p.id = ?""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private AuditTrail audit;

    /** @throws NotFoundException if there is no such person or they are out of the caller's reach */
    public PersonFile open(UUID id, Access access) {
        Access.demand(access.seesPersons());
        try (var connection = database.getConnection()) {
            Integer[] units = reach.units(access).orElse(null);
            var row = PersonQueries.byId(connection, reach.today(), id, units)
                    .orElseThrow(() -> new NotFoundException("participant"));
            audit.saw(access.account(), "participant.opened", row.number(), null);
            return file(connection, row);
        } catch (SQLException e) {
            throw new IllegalStateException("a person cannot be read", e);
        }
    }

    /**
     * Who these are, by the numbers under which the facts know them; those out of the caller's reach are left out. That they were
     * named is noted of each.
     */
    public Map<Integer, ParticipantSummary> named(Collection<Integer> numbers, Access access) {
        if (numbers.isEmpty() || !access.seesPersons()) {
            return Map.of();
        }
        try (var connection = database.getConnection()) {
            Map<Integer, ParticipantSummary> named = ReachedPerson.named(
                    connection, reach.today(), numbers, reach.units(access).orElse(null));
            audit.saw(access.account(), PersonSearch.LISTED, named.keySet(), null);
            return named;
        } catch (SQLException e) {
            throw new IllegalStateException("persons cannot be read", e);
        }
    }

    static PersonFile file(Connection connection, PersonQueries.Row row) throws SQLException {
        int person = row.number();
        var standing = PersonFacts.standing(connection, person);
        return Sql.list(
                        connection,
                        card -> new PersonFile(
                                row.summary(),
                                Optional.ofNullable(card.getObject(1, LocalDate.class)),
                                Optional.ofNullable(card.getString(2)),
                                Optional.ofNullable(card.getString(3)),
                                standing),
                        CARD,
                        person)
                .get(0);
    }
}
