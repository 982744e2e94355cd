package kz.ruralincome.domain.screening;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.intake.IntakeFixture;

/** Households H1 and H2 in Kostobe (Bayzak) and H3 in Besagash, and people who screen. */
public final class ScreeningFixture implements AutoCloseable {

    public static final String ANNA = IntakeFixture.iin("85010130012");
    public static final String BEK = IntakeFixture.iin("90020230034");
    public static final String CEM = IntakeFixture.iin("01020350045");
    public static final LocalDate DAY = LocalDate.of(2023, 6, 10);

    private static final Integer[] BAYZAK = {313600000, 313645000};

    public final IntakeFixture register;

    private ScreeningFixture(IntakeFixture register) {
        this.register = register;
    }

    /** Anna heads H1, Bek heads H3. */
    public static ScreeningFixture start() throws SQLException {
        var register = IntakeFixture.withHouseholds();
        register.given(
                "members",
                "household_no,iin,from,relation,family_name\nH1,%s,2020-01-01,HEAD,Сынақова\nH3,%s,2020-01-01,HEAD,Үлгіев\n"
                        .formatted(ANNA, BEK));
        return new ScreeningFixture(register);
    }

    static ScreeningReach coordinator(String name) {
        return new ScreeningReach(new Access(name, Role.COORDINATOR, Optional.of(313600000), false), BAYZAK);
    }

    static ScreeningReach admin() {
        return new ScreeningReach(new Access("admin", Role.ADMIN, Optional.empty(), false), (Integer[]) null);
    }

    public Connection connection() {
        return register.connection();
    }

    Screening read(UUID id, ScreeningReach caller) throws SQLException {
        return Screenings.get(connection(), id, caller.reached());
    }

    UUID draft(ScreeningReach caller, Map<String, String> household, List<Map<String, String>> members)
            throws SQLException {
        Map<String, String> answers = new HashMap<>(Map.of("day", DAY.toString(), "kato", "313645000"));
        answers.putAll(household);
        UUID id = ScreeningDesk.begin(connection(), caller, DAY);
        ScreeningDesk.save(connection(), read(id, caller), new Sheet(answers, members), caller);
        connection().commit();
        return id;
    }

    /** A draft of the household that has the number. */
    UUID draftOf(ScreeningReach caller, String number) throws SQLException {
        return draftOf(caller, number, DAY);
    }

    /** The same, with the day of the visit that was typed. */
    UUID draftOf(ScreeningReach caller, String numberOrIin, LocalDate day) throws SQLException {
        UUID id = draft(caller, Map.of("day", day.toString(), "kato", ""), List.of());
        HouseholdChoice.choose(connection(), read(id, caller), numberOrIin, caller, IntakeFixture.TODAY);
        connection().commit();
        return id;
    }

    void change(UUID id, Map<String, String> answers) throws SQLException {
        Screening draft = read(id, admin());
        ScreeningDesk.save(connection(), draft, draft.sheet().with(answers), admin());
        connection().commit();
    }

    boolean finish(UUID id, ScreeningReach caller) throws SQLException {
        boolean wrote =
                ScreeningFinish.finish(connection(), id, read(id, caller).version(), caller, IntakeFixture.TODAY);
        connection().commit();
        return wrote;
    }

    /** "place code" of each flaw. */
    List<String> refused(UUID id, ScreeningReach caller) throws SQLException {
        var refused = catchThrowableOfType(SheetRefused.class, () -> finish(id, caller));
        connection().rollback();
        return refused.flaws().stream()
                .map(flaw -> flaw.place() + " " + flaw.code())
                .toList();
    }

    static Map<String, String> member(String iin, String relation, String... more) {
        Map<String, String> member = new HashMap<>(
                Map.of("iin", iin, "relation", relation, "family_name", "Сынақ", "occupation", "UNEMPLOYED"));
        for (int i = 0; i < more.length; i += 2) {
            member.put(more[i], more[i + 1]);
        }
        return member;
    }

    @Override
    public void close() throws SQLException {
        register.close();
    }
}
