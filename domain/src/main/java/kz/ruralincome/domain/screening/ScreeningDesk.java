package kz.ruralincome.domain.screening;

import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.NotFoundException;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Where a coordinator writes down what a household says. Drafts out of the caller's territory look as if they were not there. */
@Stateless
@TransactionAttribute(REQUIRED)
public class ScreeningDesk {

    private static final int PAGE = 50;
    private static final int LONGEST_REASON = 300;

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private ScreeningFinish finish;

    /** Begins one of a household that is not known yet; the visit is today until somebody says otherwise. */
    public UUID begin(Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            return begin(connection, caller, reach.today());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    static UUID begin(Connection connection, ScreeningReach caller, LocalDate today) throws SQLException {
        Sheet sheet = new Sheet(Map.of("day", today.toString()), List.of());
        UUID id =
                Screenings.begin(connection, sheet, null, null, caller.access().account());
        AuditTrail.note(connection, caller.access().account(), "screening.begun", "{\"screening\": \"" + id + "\"}");
        return id;
    }

    /** Goes on with the draft of the household that a person is a member of, or begins one; of a new one if they are of none. */
    public UUID beginAt(UUID person, Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            Optional<HouseholdFacts.Home> home = HouseholdFacts.ofPerson(connection, person, reach.today())
                    .filter(found -> caller.reaches(found.unit()));
            if (home.isEmpty()) {
                return begin(connection, caller, reach.today());
            }
            Optional<ScreeningSummary> open =
                    Screenings.draftOf(connection, home.get().household());
            if (open.isPresent()) {
                return open.get().id();
            }
            UUID id = begin(connection, caller, reach.today());
            Screening draft = Screenings.getToChange(connection, id, caller.reached());
            HouseholdChoice.adopt(connection, draft, home.get(), caller, reach.today());
            return id;
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** @throws NotFoundException if there is none, or it is out of reach */
    public Screening open(UUID id, Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            Screening found = Screenings.get(connection, id, caller.reached());
            saw(connection, access.account(), "screening.opened", found);
            return found.state() == ScreeningState.DRAFT ? found.withFlaws(flaws(found, reach.today())) : found;
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Those whom a finished screening has met, by IIN, as their pages call them. */
    public Map<String, UUID> persons(UUID id, Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            Screening found = Screenings.get(connection, id, caller.reached());
            Map<String, UUID> persons = new HashMap<>();
            Sql.list(
                    connection,
                    row -> persons.put(row.getString(1), row.getObject(2, UUID.class)),
                    """
                    select p.iin, p.public_id from screening_member m join person p on p.id = m.person_id
                    where m.screening_id = ? and m.met""",
                    found.number());
            return persons;
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** What the register has refused, and what can be seen of the answers themselves. */
    private static List<Flaw> flaws(Screening draft, LocalDate today) {
        List<Flaw> flaws = new ArrayList<>(draft.flaws());
        SheetRules.ofForm(draft.sheet(), today).stream()
                .filter(flaw -> flaws.stream().noneMatch(known -> known.place().equals(flaw.place())))
                .forEach(flaws::add);
        return flaws;
    }

    /**
     * Writes answers into the draft; gives it as it is now.
     *
     * @param version the one that the caller has seen
     * @throws StaleDraft if somebody else was quicker
     */
    public Screening save(UUID id, int version, UnaryOperator<Sheet> change, Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            Screening draft = toChange(connection, id, version, caller.reached(), ScreeningState.FINISHED);
            save(connection, draft, change.apply(draft.sheet()), caller);
            Screening now = Screenings.get(connection, id, caller.reached());
            return now.withFlaws(flaws(now, reach.today()));
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    static void save(Connection connection, Screening draft, Sheet sheet, ScreeningReach caller) throws SQLException {
        var changed = draft.sheet().differencesTo(sheet);
        if (changed.isEmpty() && sheet.equals(draft.sheet())) {
            return;
        }
        List<Flaw> flaws = sheet.members().size() == draft.sheet().members().size()
                ? draft.flaws().stream()
                        .filter(flaw -> !changed.contains(flaw.place()))
                        .toList()
                : List.of();
        Screenings.keep(
                connection,
                draft,
                sheet,
                flaws,
                null,
                unit(connection, draft, sheet),
                caller.access().account());
        AuditTrail.note(
                connection,
                caller.access().account(),
                "screening.saved",
                "{\"screening\": " + draft.number() + ", \"version\": " + (draft.version() + 1) + "}");
    }

    /** The unit that was chosen, if it is one; as long as nobody chooses, a household of the register is where it lives now. */
    private static Integer unit(Connection connection, Screening draft, Sheet sheet) throws SQLException {
        String kato = sheet.at("kato");
        if (draft.unit().isPresent() && kato.equals(draft.sheet().at("kato"))) {
            return draft.unit().get();
        }
        return kato.matches("[0-9]{9}")
                ? Sql.first(connection, Integer.class, "select id from unit where id = ?", Integer.valueOf(kato))
                        .orElse(null)
                : null;
    }

    /**
     * Takes up a household of the register, by its number or by the IIN of a member: its members are named then.
     *
     * @throws InvalidRequest if none is found that lives within reach today, or the day of the visit is still to come
     */
    public void choose(UUID id, int version, String numberOrIin, Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            Screening draft = toChange(connection, id, version, caller.reached(), ScreeningState.FINISHED);
            HouseholdChoice.choose(
                    connection, draft, numberOrIin == null ? "" : numberOrIin.strip(), caller, reach.today());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** Ends a draft without facts, with a reason. */
    public void cancel(UUID id, int version, String reason, Access access) {
        var caller = new ScreeningReach(access, reach);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", "screening.cancel.reason", LONGEST_REASON);
        }
        try (var connection = database.getConnection()) {
            Screening draft = toChange(connection, id, version, caller.reached(), ScreeningState.CANCELLED);
            cancel(connection, draft, reason.strip(), access.account());
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** @throws FactsStand while loads of one that was finished before stand */
    static void cancel(Connection connection, Screening draft, String reason, String account) throws SQLException {
        List<String> standing = draft.reopened()
                .map(reopened -> reopened.listsStanding(list -> true))
                .orElse(List.of());
        if (!standing.isEmpty()) {
            throw new FactsStand(standing);
        }
        Screenings.cancel(connection, draft, reason, account);
        AuditTrail.note(connection, account, "screening.cancelled", "{\"screening\": " + draft.number() + "}");
    }

    /**
     * Makes facts of the answers, all or nothing; gives what is in the way, empty when it is finished. The draft then shows
     * it at its answers.
     *
     * @throws StaleDraft if somebody else has changed it meanwhile
     */
    public List<Flaw> finish(UUID id, int version, Access access) {
        try {
            finish.finish(id, version, access);
            return List.of();
        } catch (SheetRefused refused) {
            var caller = new ScreeningReach(access, reach);
            try (var connection = database.getConnection()) {
                Screening draft = Screenings.getToChange(connection, id, caller.reached());
                Screenings.refuse(connection, draft, version, refused.flaws());
                AuditTrail.note(
                        connection,
                        access.account(),
                        "screening.refused",
                        "{\"screening\": " + draft.number() + ", \"flaws\": "
                                + refused.flaws().size() + "}");
                return refused.flaws();
            } catch (SQLException e) {
                throw unusable(e);
            }
        }
    }

    /**
     * Screenings, the newest first.
     *
     * @param state empty: of every state
     * @param before the number of the last one of the page before
     */
    public ScreeningPage list(Optional<ScreeningState> state, Optional<Long> before, Access access) {
        var caller = new ScreeningReach(access, reach);
        try (var connection = database.getConnection()) {
            AuditTrail.note(connection, access.account(), "screening.listed", null);
            return Screenings.page(connection, state, before, caller.reached(), PAGE);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /** A draft that the caller has seen as it is, locked until the transaction ends. */
    static Screening toChange(
            Connection connection, UUID id, int version, Screenings.Reached reached, ScreeningState next)
            throws SQLException {
        Screening draft = Screenings.getToChange(connection, id, reached);
        if (!draft.state().mayBecome(next)) {
            throw new RuleViolation("screening.closed." + draft.state());
        }
        if (draft.version() != version) {
            throw new StaleDraft(draft);
        }
        return draft;
    }

    /** One line of the trail for the screening, and one for each person of the register whom it shows. */
    private static void saw(Connection connection, String account, String action, Screening screening)
            throws SQLException {
        String details = "{\"screening\": " + screening.number() + "}";
        AuditTrail.note(connection, account, action, details);
        String[] iins = screening.sheet().members().stream()
                .map(member -> member.getOrDefault("iin", ""))
                .toArray(String[]::new);
        List<Integer> persons = Sql.list(
                connection, row -> row.getInt(1), "select id from person_named where iin = any (?::text[])", (Object)
                        iins);
        AuditTrail.saw(connection, account, action, persons, details);
    }

    private static IllegalStateException unusable(SQLException e) {
        return new IllegalStateException("the screenings cannot be read or written", e);
    }
}
