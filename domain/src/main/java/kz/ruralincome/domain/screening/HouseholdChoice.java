package kz.ruralincome.domain.screening;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.RuleViolation;

/** Takes a household of the register up into a draft, on the caller's connection. */
final class HouseholdChoice {

    private HouseholdChoice() {}

    /** The day of the visit is typed: it says who was a member then, but not whom the caller reaches. */
    static void choose(Connection connection, Screening draft, String asked, ScreeningReach caller, LocalDate today)
            throws SQLException {
        LocalDate day = SheetRules.day(draft.sheet()).orElse(today);
        if (day.isAfter(today)) {
            throw new InvalidRequest("day", "screening.day.future");
        }
        var home = HouseholdFacts.byNumber(connection, asked, day);
        if (home.isEmpty() && asked.matches("[0-9]{12}")) {
            home = HouseholdFacts.ofMember(connection, asked, day);
        }
        adopt(
                connection,
                draft,
                home.orElseThrow(() -> new InvalidRequest("find", "screening.household.none")),
                caller,
                today);
    }

    /** Fills the draft with what the register says of a household that the caller reaches where it lives today. */
    static void adopt(
            Connection connection, Screening draft, HouseholdFacts.Home home, ScreeningReach caller, LocalDate today)
            throws SQLException {
        LocalDate day = SheetRules.day(draft.sheet()).orElseThrow(() -> new RuleViolation("screening.day.missing"));
        int livesIn = HouseholdFacts.byNumber(connection, home.number(), today)
                .map(HouseholdFacts.Home::unit)
                .filter(caller::reaches)
                .orElseThrow(() -> new InvalidRequest("find", "screening.household.none"));
        var open = Screenings.draftOf(connection, home.household());
        if (open.filter(other -> other.number() != draft.number()).isPresent()) {
            throw new RuleViolation(
                    "screening.household.draft", open.get().number(), open.get().changedBy());
        }
        Sheet register = HouseholdFacts.sheet(connection, home, day, today);
        Sheet sheet = HouseholdFacts.merged(register, draft.sheet());
        String account = caller.access().account();
        Screenings.keep(connection, draft, sheet, List.of(), home.household(), livesIn, account);
        Screenings.adopt(connection, draft, register);
        AuditTrail.note(connection, account, "screening.household-chosen", "{\"screening\": " + draft.number() + "}");
    }
}
