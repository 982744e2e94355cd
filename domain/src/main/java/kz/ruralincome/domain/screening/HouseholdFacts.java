package kz.ruralincome.domain.screening;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.shared.Sql;

/** What the register knows of a household on a day, on the caller's connection. */
final class HouseholdFacts {

    private static final String HOME = """
            select h.id, h.household_no, l.unit_id, l.address
            from household h
            join lateral (select unit_id, address from locality
                          where household_id = h.id and superseded_rev is null and valid_from <= ?
                          order by valid_from desc limit 1) l on true
            where {which}""";

    private static final String OF_MEMBER = """
            h.id in (select m.household_id from membership m join person p on p.id = m.person_id
                     where {who} and m.superseded_rev is null and m.valid_from <= ? and m.valid_to > ?)""";

    /**
     * Rows in: the memberships of a household; rows out: those of the day, without the dead and without those who belong to
     * another household today: whether the caller may see them is not asked.
     */
    private static final String MEMBERS = """
            select p.iin, m.relation::text, m.birth_date, m.sex, m.family_name, m.given_name, m.patronymic, m.phone
            from membership m join person p on p.id = m.person_id
            where m.household_id = ? and m.superseded_rev is null and m.valid_from <= ? and m.valid_to > ?
              and not exists (select from vital_event v where v.person_id = m.person_id and v.superseded_rev is null
                                and v.kind = 'DIED' and v.on_date <= ?)
              and not exists (select from membership o
                              where o.person_id = m.person_id and o.household_id <> m.household_id
                                and o.superseded_rev is null and o.valid_from <= ? and o.valid_to > ?)
            order by m.relation, m.birth_date, p.id""";

    private static final String MEMBERSHIP = """
            select m.valid_from, nullif(m.valid_to, 'infinity') as valid_to, p.iin, m.relation::text, m.birth_date, m.sex,
                m.family_name, m.given_name, m.patronymic, m.phone
            from membership m join person p on p.id = m.person_id
            where p.id = (select id from person_named where iin = ?) and m.household_id = (select id from household where household_no = ?)
              and m.superseded_rev is null and m.valid_from <= ? and m.valid_to > ?""";

    private static final String NEXT = """
            select min(m.valid_from) from membership m
            where m.person_id = (select id from person_named where iin = ?) and m.superseded_rev is null and m.valid_from > ?""";

    private HouseholdFacts() {}

    /**
     * A membership that stands.
     *
     * @param to the first day that it no longer covers; empty: it runs
     * @param answers what it says of the member, as a sheet does
     */
    record Membership(LocalDate from, Optional<LocalDate> to, Map<String, String> answers) {}

    static Optional<Membership> membership(Connection connection, String iin, String household, LocalDate day)
            throws SQLException {
        return Sql.first(
                connection,
                row -> new Membership(
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        member(row)),
                MEMBERSHIP,
                iin,
                household,
                day,
                day);
    }

    /** The day after this one on which a person next becomes a member, of whichever household. */
    static Optional<LocalDate> nextMembership(Connection connection, String iin, LocalDate day) throws SQLException {
        return Sql.first(connection, LocalDate.class, NEXT, iin, day);
    }

    /** Where a household lives. */
    record Home(int household, String number, int unit, Optional<String> address) {

        static Home of(ResultSet row) throws SQLException {
            return new Home(row.getInt(1), row.getString(2), row.getInt(3), Optional.ofNullable(row.getString(4)));
        }
    }

    static Optional<Home> byNumber(Connection connection, String number, LocalDate day) throws SQLException {
        return Sql.first(connection, Home::of, HOME.replace("{which}", "h.household_no = ?"), day, number);
    }

    static Optional<Home> ofMember(Connection connection, String iin, LocalDate day) throws SQLException {
        String which = OF_MEMBER.replace("{who}", "p.id = (select id from person_named where iin = ?)");
        return Sql.first(connection, Home::of, HOME.replace("{which}", which), day, iin, day, day);
    }

    static Optional<Home> ofPerson(Connection connection, UUID person, LocalDate day) throws SQLException {
        String which = OF_MEMBER.replace("{who}", "p.id = (select id from person_named where public_id = ?)");
        return Sql.first(connection, Home::of, HOME.replace("{which}", which), day, person, day, day);
    }

    /** The members as a sheet names them. */
    private static List<Map<String, String>> members(
            Connection connection, int household, LocalDate day, LocalDate today) throws SQLException {
        return Sql.list(connection, HouseholdFacts::member, MEMBERS, household, day, day, day, today, today);
    }

    private static Map<String, String> member(ResultSet row) throws SQLException {
        Map<String, String> member = new HashMap<>();
        for (String answer :
                List.of("iin", "relation", "birth_date", "sex", "family_name", "given_name", "patronymic", "phone")) {
            String text = row.getString(answer);
            if (text != null) {
                member.put(answer, text);
            }
        }
        return member;
    }

    /** What the register says of a household on a day, as the answers that a draft begins with. */
    static Sheet sheet(Connection connection, Home home, LocalDate day, LocalDate today) throws SQLException {
        Map<String, String> answers = new HashMap<>();
        answers.put("household_no", home.number());
        answers.put("kato", "%09d".formatted(home.unit()));
        home.address().ifPresent(address -> answers.put("address", address));
        return new Sheet(answers, members(connection, home.household(), day, today));
    }

    /** The same beside what was said before: those whom somebody has named already stay, if the register lacks them. */
    static Sheet merged(Sheet register, Sheet said) {
        Map<String, String> answers = new HashMap<>(said.household());
        answers.putAll(register.household());
        List<Map<String, String>> members = new ArrayList<>(register.members());
        said.members().stream()
                .filter(named ->
                        members.stream().noneMatch(known -> known.get("iin").equals(named.get("iin"))))
                .filter(named -> !named.isEmpty())
                .forEach(members::add);
        return new Sheet(answers, members);
    }
}
