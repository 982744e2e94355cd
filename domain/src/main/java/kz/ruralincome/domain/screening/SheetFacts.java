package kz.ruralincome.domain.screening;

import static kz.ruralincome.domain.intake.FormIntake.cells;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.ruralincome.domain.intake.FormRow;
import kz.ruralincome.domain.screening.HouseholdFacts.Membership;
import kz.ruralincome.domain.shared.Sql;

/** The rows of the lists that the answers are: what they say beside what stands already. */
final class SheetFacts {

    private static final List<String> OF_MEMBERSHIP =
            List.of("birth_date", "sex", "family_name", "given_name", "patronymic", "phone", "relation");

    private static final String SCREENED = """
            select o.valid_from, nullif(o.valid_to, 'infinity'), o.kind::text
            from occupation o
            where o.person_id = (select id from person_named where iin = ?) and o.source = 'SCREENING' and o.superseded_rev is null and o.valid_to > ?
            order by o.valid_from""";

    private final Connection connection;
    private final Sheet sheet;
    private final Optional<Sheet> adopted;
    private final String household;
    private final LocalDate day;
    private final List<FormRow> rows = new ArrayList<>();

    /**
     * @param adopted what the register said when the draft took up its household
     * @param household its number in the register
     */
    SheetFacts(Connection connection, Sheet sheet, Optional<Sheet> adopted, String household, LocalDate day) {
        this.connection = connection;
        this.sheet = sheet;
        this.adopted = adopted;
        this.household = household;
        this.day = day;
    }

    private record Spell(LocalDate from, LocalDate to, String kind) {}

    List<FormRow> rows() throws SQLException {
        locality();
        for (int number = 0; number < sheet.members().size(); number++) {
            Map<String, String> member = sheet.members().get(number);
            membership(number, member);
            if (!member.containsKey("gone")) {
                occupation(number, member);
                incomes(number, member);
            }
        }
        return rows;
    }

    /** Only where it differs from what stands, so that a visit is no move; what nobody has touched is what stands. */
    private void locality() throws SQLException {
        var home = HouseholdFacts.byNumber(connection, household, day);
        String stands = home.map(known -> "%09d".formatted(known.unit())).orElse("");
        String standingAddress = home.flatMap(HouseholdFacts.Home::address).orElse("");
        String kato = home.isPresent() && isUntouched("kato") ? stands : sheet.at("kato");
        String address = home.isPresent() && isUntouched("address") ? standingAddress : sheet.at("address");
        if (home.isEmpty() || !kato.equals(stands) || !address.equals(standingAddress)) {
            add(
                    "households",
                    "kato",
                    cells(
                            "household_no",
                            household,
                            "from",
                            day.toString(),
                            "kato",
                            kato,
                            "address",
                            address.isEmpty() ? null : address));
        }
    }

    private boolean isUntouched(String answer) {
        return adopted.filter(known -> known.at(answer).equals(sheet.at(answer)))
                .isPresent();
    }

    /**
     * A membership that stands keeps its beginning, one that is new ends where the next one of the person begins; one who is
     * gone was a member up to the day.
     */
    private void membership(int number, Map<String, String> member) throws SQLException {
        String iin = member.get("iin");
        Optional<Membership> standing = HouseholdFacts.membership(connection, iin, household, day);
        boolean gone = member.containsKey("gone");
        if (gone && standing.isEmpty()) {
            return;
        }
        LocalDate from = standing.map(Membership::from).orElse(day);
        Optional<LocalDate> to =
                standing.isPresent() ? standing.get().to() : HouseholdFacts.nextMembership(connection, iin, day);
        Map<String, String> cells = cells(
                "household_no",
                household,
                "iin",
                iin,
                "from",
                from.toString(),
                "to",
                gone ? day.toString() : text(to.orElse(null)));
        if (gone && from.equals(day)) {
            cells.remove("to");
            cells.put("action", "REMOVE");
        } else {
            cells.putAll(said(member, standing));
        }
        add("members", Sheet.place(number, "iin"), cells);
    }

    /** What was answered of a member, and what stands where nobody has touched what the draft took from the register. */
    private Map<String, String> said(Map<String, String> member, Optional<Membership> standing) {
        Map<String, String> known = adopted.stream()
                .flatMap(register -> register.members().stream())
                .filter(one -> one.get("iin").equals(member.get("iin")))
                .findFirst()
                .orElse(Map.of());
        Map<String, String> said = new LinkedHashMap<>();
        for (String answer : OF_MEMBERSHIP) {
            boolean untouched =
                    !known.isEmpty() && standing.isPresent() && Objects.equals(known.get(answer), member.get(answer));
            Map<String, String> source = untouched ? standing.get().answers() : member;
            said.put(answer, source.getOrDefault(answer, ""));
        }
        return said;
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** What an earlier screening saw ends on the day. */
    private void occupation(int number, Map<String, String> member) throws SQLException {
        String kind = member.get("occupation");
        if (kind == null) {
            return;
        }
        String place = Sheet.place(number, "occupation");
        String iin = member.get("iin");
        LocalDate end = null;
        for (Spell spell : spells(SCREENED, iin, day)) {
            if (spell.from().isBefore(day)) {
                add("occupations", place, occupationOf(iin, spell.from(), day, spell.kind()));
            } else if (spell.from().equals(day)) {
                end = spell.to();
            } else if (end == null) {
                end = spell.from();
            }
        }
        add("occupations", place, occupationOf(iin, day, end, kind));
    }

    private static Map<String, String> occupationOf(String iin, LocalDate from, LocalDate to, String kind) {
        return cells("iin", iin, "source", "SCREENING", "from", from.toString(), "to", text(to), "kind", kind);
    }

    private void incomes(int number, Map<String, String> member) {
        for (String kind : Question.INCOMES) {
            String amount = member.get("income." + kind);
            if (amount != null) {
                add(
                        "incomes",
                        Sheet.place(number, "income." + kind),
                        cells(
                                "iin",
                                member.get("iin"),
                                "quarter",
                                SheetRules.quarterBefore(day).toString(),
                                "kind",
                                kind,
                                "amount",
                                amount));
            }
        }
    }

    private List<Spell> spells(String sql, Object... parameters) throws SQLException {
        return Sql.list(
                connection,
                row -> new Spell(
                        row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getString(3)),
                sql,
                parameters);
    }

    private void add(String list, String place, Map<String, String> cells) {
        rows.add(new FormRow(list, place, cells));
    }
}
