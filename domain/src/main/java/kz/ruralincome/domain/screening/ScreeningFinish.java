package kz.ruralincome.domain.screening;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.intake.FormFinding;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.participant.Reach;
import kz.ruralincome.domain.register.RegisterChanged;
import kz.ruralincome.domain.shared.PilotDataSource;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/** Makes facts of a screening, all or nothing, in a transaction of its own. */
@Stateless
@TransactionAttribute(REQUIRES_NEW)
public class ScreeningFinish {

    private static final Set<String> OF_HOUSEHOLD = Set.of("household_no", "kato", "address");

    private static final String MEMBER = """
            insert into screening_member (screening_id, person_id, wishes, direction, loan, loan_purpose, training)
            select ?, id, ?, ?::smallint, ?::numeric, ?, ? from person_named where iin = ?
            -- of one that was finished before, who was declined is still there
            on conflict (screening_id, person_id) do update
            set met = true, wishes = excluded.wishes, direction = excluded.direction, loan = excluded.loan,
                loan_purpose = excluded.loan_purpose, training = excluded.training""";

    private static final String NOT_MET = """
            update screening_member m set met = false, wishes = false
            where m.screening_id = ?
              and not exists (select from person_named n
                              where n.iin = any (?::text[]) and m.person_id = any (records_of(n.id)))""";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private Reach reach;

    @Inject
    private Event<RegisterChanged> changed;

    /** @throws RuleViolation why not; then nothing was written */
    public void finish(UUID id, int version, Access access) {
        try (var connection = database.getConnection()) {
            if (finish(connection, id, version, new ScreeningReach(access, reach), reach.today())) {
                changed.fire(new RegisterChanged("screening"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a screening cannot be finished", e);
        }
    }

    /** The same on the caller's connection; gives whether any fact has changed. */
    static boolean finish(Connection connection, UUID id, int version, ScreeningReach caller, LocalDate today)
            throws SQLException {
        Access access = caller.access();
        var intake = new FormIntake(connection, access, today).begin();
        Screening draft = ScreeningDesk.toChange(connection, id, version, caller.reached(), ScreeningState.FINISHED);
        Sheet sheet = draft.sheet();
        List<Flaw> flaws = SheetRules.ofWhole(sheet, today);
        flaws.addAll(StandingRules.flaws(draft));
        if (!flaws.isEmpty()) {
            throw new SheetRefused(flaws);
        }
        LocalDate day = SheetRules.day(sheet).orElseThrow();
        String household = household(connection, draft, day);
        boolean wrote;
        try {
            wrote = intake.write(
                    draft.loadName(),
                    new SheetFacts(connection, sheet, Screenings.adopted(connection, draft), household, day).rows());
        } catch (FormRefused refused) {
            throw new SheetRefused(refused.findings().stream()
                    .map(ScreeningFinish::flaw)
                    .distinct()
                    .toList());
        }
        List<Map<String, String>> met = sheet.members().stream()
                .filter(member -> !member.containsKey("gone"))
                .toList();
        for (Map<String, String> member : met) {
            keep(connection, draft.number(), member);
        }
        Sql.update(
                connection,
                NOT_MET,
                draft.number(),
                met.stream().map(member -> member.get("iin")).toArray(String[]::new));
        int number = Sql.first(connection, Integer.class, "select id from household where household_no = ?", household)
                .orElseThrow();
        Screenings.finish(connection, draft, day, number, access.account());
        AuditTrail.note(connection, access.account(), "screening.finished", "{\"screening\": " + draft.number() + "}");
        return wrote;
    }

    /** Its number: of the household chosen, as typed, or after the screening. */
    private static String household(Connection connection, Screening draft, LocalDate day) throws SQLException {
        if (draft.householdNo().isPresent()) {
            return draft.householdNo().get();
        }
        String typed = draft.sheet().at("household_no");
        String number = typed.isEmpty() ? "S-" + draft.number() : typed;
        if (HouseholdFacts.byNumber(connection, number, day).isPresent()) {
            throw new SheetRefused(List.of(Flaw.of("household_no", "screening.household.known")));
        }
        return number;
    }

    private static void keep(Connection connection, long screening, Map<String, String> member) throws SQLException {
        boolean wishes = member.containsKey("wish");
        String direction = member.get("direction");
        String loan = member.get("loan");
        Sql.update(
                connection,
                MEMBER,
                screening,
                wishes,
                wishes && direction != null ? Integer.valueOf(direction) : null,
                loan == null
                        ? null
                        : new BigDecimal(loan.replaceAll("[ \u00a0]", "").replace(',', '.')),
                member.get("loan_purpose"),
                member.get("training"),
                member.get("iin"));
    }

    /** The finding of the row at the question whose answer it is. */
    private static Flaw flaw(FormFinding finding) {
        String place = finding.place();
        if (OF_HOUSEHOLD.contains(place)) {
            // of a household without a number of its own the territory is what can be mended
            place = OF_HOUSEHOLD.contains(finding.column()) && !finding.code().equals("row.territory")
                    ? finding.column()
                    : place;
        } else if (finding.list().equals("members") && Question.isOfMember(finding.column())) {
            place = place.substring(0, place.lastIndexOf('.') + 1) + finding.column();
        }
        return new Flaw(place, sentence(finding), finding.arguments());
    }

    /** Of an overlapping membership it is known what to do. */
    static String sentence(FormFinding finding) {
        return finding.code().equals("row.overlap") && finding.list().equals("members")
                ? "screening.overlap"
                : finding.code();
    }
}
