package kz.ruralincome.domain.merge;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;
import kz.ruralincome.domain.account.Role;
import kz.ruralincome.domain.intake.FormIntake;
import kz.ruralincome.domain.intake.FormRow;
import kz.ruralincome.domain.intake.IntakeFixture;
import kz.ruralincome.domain.intake.LoadOptions;
import kz.ruralincome.domain.merge.MergeLine.Fate;
import kz.ruralincome.domain.shared.RuleViolation;

/** A register in which one person stands under two IINs, in households H1 and H2; merges are made as the door makes them. */
public final class MergeFixture implements AutoCloseable {

    static final String KEPT = IntakeFixture.iin("85010130012");
    static final String MERGED = IntakeFixture.iin("85010130013");

    /** The list that brought the two in. */
    static final String MEMBERS = """
            household_no,iin,from,relation,family_name
            H1,KEPT,2020-01-01,HEAD,Асанов
            H2,MERGED,2022-01-01,HEAD,Асанов
            """;

    final IntakeFixture register;

    private MergeFixture(IntakeFixture register) {
        this.register = register;
    }

    static MergeFixture start() throws SQLException {
        var fixture = new MergeFixture(IntakeFixture.withHouseholds());
        fixture.given("members", MEMBERS);
        return fixture;
    }

    /** Loads a list in which KEPT and MERGED stand for the two IINs. */
    void given(String list, String csv) {
        register.given(list, named(csv));
    }

    void load(String list, String csv, LoadOptions options) {
        register.load(list, named(csv), options);
    }

    /** A page says of the person, by the IIN of the kept record, what they do. */
    void write(String source, String from, String kind) throws SQLException {
        form(List.of(FormIntake.cells("iin", KEPT, "source", source, "from", from, "kind", kind)));
    }

    /** A page puts right from which day somebody was without work. */
    void move(String source, String from, String to) throws SQLException {
        form(List.of(
                FormIntake.cells("iin", KEPT, "source", source, "from", from, "action", "REMOVE"),
                FormIntake.cells("iin", KEPT, "source", source, "from", to, "kind", "UNEMPLOYED")));
    }

    /** Rows of occupations without their headings: some of two sources, one after the other. */
    static String spells(Random random, String iin) {
        List<String> rows = new ArrayList<>();
        for (String source : List.of("LABOUR_REGISTER", "OTHER")) {
            int month = 1 + random.nextInt(3);
            while (month < 10) {
                int end = month + 1 + random.nextInt(3);
                rows.add("%s,%s,2022-%02d-01,2022-%02d-01,%s"
                        .formatted(iin, source, month, end, random.nextBoolean() ? "UNEMPLOYED" : "INACTIVE"));
                month = end + random.nextInt(3);
            }
        }
        return String.join("\n", rows) + "\n";
    }

    private void form(List<Map<String, String>> rows) throws SQLException {
        var admin = new Access("admin", Role.ADMIN, Optional.empty(), false);
        new FormIntake(connection(), admin, IntakeFixture.TODAY)
                .begin()
                .write(
                        "form",
                        rows.stream()
                                .map(cells -> new FormRow("occupations", "fact", cells))
                                .toList());
        connection().commit();
    }

    static String named(String text) {
        return text.replace("KEPT", KEPT).replace("MERGED", MERGED);
    }

    Connection connection() {
        return register.connection();
    }

    Person person(String iin) throws SQLException {
        return person(connection(), iin);
    }

    static Person person(Connection connection, String iin) throws SQLException {
        return Person.get(
                connection,
                kz.ruralincome.domain.shared.Sql.first(
                                connection, Integer.class, "select id from person where iin = ?", iin)
                        .orElseThrow());
    }

    Merge merge(Side everywhere) throws SQLException {
        Merge merge = merge(connection(), KEPT, MERGED, everywhere);
        connection().commit();
        return merge;
    }

    /** Whose record holds in every choice; the caller ends the transaction. */
    static Merge merge(Connection connection, String kept, String merged, Side everywhere) throws SQLException {
        var merging = new Merging(connection, person(connection, kept), person(connection, merged));
        merging.lock();
        MergePlan plan = merging.plan();
        return merging.merge(
                new MergeRequest(null, null, everywhere(plan, everywhere), merging.mark(plan), null, null),
                "an IIN was mistyped",
                "№ 1",
                "aigul");
    }

    static Map<String, Side> everywhere(MergePlan plan, Side side) {
        Map<String, Side> choices = new HashMap<>();
        plan.lines().stream().filter(line -> line.fate() == Fate.CHOICE).forEach(line -> choices.put(line.id(), side));
        return choices;
    }

    /** Merges one record into another, and commits. */
    public static UUID merged(Connection connection, String kept, String merged) throws SQLException {
        UUID id = merge(connection, kept, merged, Side.KEPT).id();
        connection.commit();
        return id;
    }

    /** Undoes a merge, and commits. */
    public static void parted(Connection connection, UUID merge) throws SQLException {
        new Undoing(connection, new Merges(connection).find(merge).orElseThrow()).undo("it was not them", "aigul");
        connection.commit();
    }

    void undo(Merge merge) throws SQLException {
        parted(connection(), merge.id());
    }

    String undoRefused(Merge merge) throws SQLException {
        String code =
                catchThrowableOfType(RuleViolation.class, () -> undo(merge)).code();
        connection().rollback();
        return code;
    }

    /** What stands of one of them, as {@code table: from … to value}, whichever record the IIN leads to. */
    List<String> standing(String iin) {
        return register.rows("""
                select f.* from (
                    select 'membership ' || valid_from || ' ' || valid_to || ' ' || h.household_no as line, person_id, superseded_rev
                    from membership m join household h on h.id = m.household_id
                    union all
                    select 'occupation ' || source || ' ' || valid_from || ' ' || valid_to || ' ' || kind, person_id, superseded_rev
                    from occupation
                    union all
                    select 'registration ' || registration_no || ' ' || valid_from || ' ' || valid_to || ' ' || status, person_id,
                        superseded_rev
                    from registration
                    union all
                    select 'income ' || quarter || ' ' || kind || ' ' || amount, person_id, superseded_rev from income
                    union all
                    select 'event ' || on_date || ' ' || kind, person_id, superseded_rev from vital_event
                    union all
                    select 'enrolment ' || valid_from || ' ' || valid_to || ' ' || coalesce(left_reason, '–'), person_id, superseded_rev
                    from enrolment
                    union all
                    select 'consent ' || scope || ' ' || valid_from || ' ' || valid_to || ' ' || coalesce(document, '–'), person_id,
                        superseded_rev
                    from consent) f (line, person_id, superseded_rev)
                where f.superseded_rev is null and f.person_id = (select id from person where iin = '%s') order by 1""".formatted(iin)).stream()
                .map(line -> line.replaceFirst(" [0-9]+ null$", "")
                        .replace(KEPT, "KEPT")
                        .replace(MERGED, "MERGED"))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        register.close();
    }
}
