package kz.ruralincome.domain.movement;

import kz.ruralincome.domain.movement.SpellSql.Reach;
import kz.ruralincome.domain.register.Known;

/** What the list of members says of a person: of each field the value listed last. */
final class ListedSql {

    private ListedSql() {}

    /**
     * One row {@code person_id, birth_date, sex, family_name, given_name, patronymic, phone} for each person who was ever a
     * member; its only parameter is the moment as known on.
     */
    static String listed(Reach reach) {
        String columns =
                "f.person_id, f.valid_from, f.birth_date, f.sex, f.family_name, f.given_name, f.patronymic, f.phone";
        return "with " + Known.CTE + "\nselect person_id"
                + last("birth_date") + last("sex") + last("family_name") + last("given_name") + last("patronymic")
                + last("phone") + "\nfrom (" + Known.rows("membership", columns, "true" + reach.ofPersons())
                + ") f group by person_id";
    }

    private static String last(String column) {
        return ",\n    (array_agg(%1$s order by valid_from desc) filter (where %1$s is not null))[1] as %1$s"
                .formatted(column);
    }

    /** The same as rows of {@code person_card}. */
    static String cards(Reach reach) {
        return """
                select person_id, family_name, given_name, patronymic, birth_date, phone,
                    search_name(family_name, given_name, patronymic) as search_name
                from (%s) l""".formatted(listed(reach));
    }

    /** Birth date and sex by the digits of the IIN where the list has none. */
    static String born(String listed, String person) {
        return "coalesce(%1$s.birth_date, iin_birth_date(%2$s.iin)) as birth_date, coalesce(%1$s.sex, iin_sex(%2$s.iin)) as sex"
                .formatted(listed, person);
    }
}
