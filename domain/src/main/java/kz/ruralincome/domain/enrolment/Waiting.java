package kz.ruralincome.domain.enrolment;

/** What of the part that people take waits for somebody. */
public enum Waiting {
    /** They wished to take part, at their last screening, and nobody has enrolled or declined them. Since the visit. */
    TO_DECIDE,
    /** The day by which they promised to register has passed, and no registration is ACTIVE. Since that day. */
    OVERDUE,
    /** They are enrolled, and no consent to the processing of their data holds. Since they were enrolled. */
    WITHOUT_CONSENT;

    /**
     * Of a wish {@code m} said at the screening {@code s}.
     *
     * @param ofThePerson which of the visits {@code l} are of the person
     */
    static String undecided(String ofThePerson) {
        return """
            m.wishes
              and not exists (select from screening_visit l join screening n on n.id = l.screening_id
                              where {of the person} and (n.seen_on, n.id, l.record_id) > (s.seen_on, s.id, m.record_id))
              and not exists (select from enrolment_decline d
                              where d.screening_id = m.screening_id and d.person_id = m.record_id)
              and not exists (select from enrolment e
                              where e.person_id = m.person_id and e.superseded_rev is null and e.valid_to > s.seen_on)
            """.replace("{of the person}", ofThePerson);
    }

    /** Rows in: wishes or enrolments; a row a person out: {@code person_id, since, direction}. Needs {@code day(today)}. */
    String sql() {
        return switch (this) {
            case TO_DECIDE -> """
                select m.person_id, s.seen_on as since, m.direction::integer as direction
                from screening_visit m join screening s on s.id = m.screening_id
                where\s""" + undecided("l.person_id = m.person_id");
            case OVERDUE -> """
                select e.person_id, e.registration_due as since, e.direction::integer as direction
                from enrolment e cross join day
                where e.superseded_rev is null and e.registration_due < today
                  and e.valid_from <= today and e.valid_to > today
                  and not exists (select from registration r
                                  where r.person_id = e.person_id and r.superseded_rev is null and r.status = 'ACTIVE'
                                    and r.valid_from <= today and r.valid_to > today)""";
            case WITHOUT_CONSENT -> """
                select e.person_id, e.valid_from as since, e.direction::integer as direction
                from enrolment e cross join day
                where e.superseded_rev is null and e.valid_from <= today and e.valid_to > today
                  and not exists (select from consent c
                                  where c.person_id = e.person_id and c.superseded_rev is null and c.scope = 'PROCESSING'
                                    and c.valid_from <= today and c.valid_to > today)""";
        };
    }
}
