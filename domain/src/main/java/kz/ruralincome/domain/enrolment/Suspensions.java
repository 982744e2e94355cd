package kz.ruralincome.domain.enrolment;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;
import kz.ruralincome.domain.intake.FormFinding;
import kz.ruralincome.domain.intake.FormRefused;
import kz.ruralincome.domain.register.Revision;
import kz.ruralincome.domain.shared.RuleViolation;
import kz.ruralincome.domain.shared.Sql;

/**
 * Suspensions that are put right after the steps that made them: they are facts of no list, so what one may say is judged
 * here. The caller has waited for its turn among those who write.
 */
public final class Suspensions {

    /** What the findings say that they are of. */
    public static final String LIST = "suspensions";

    private static final String SUPERSEDE =
            "update enrolment_suspension set superseded_rev = ? where id = ? and superseded_rev is null";

    private static final String WRITE = """
            insert into enrolment_suspension (person_id, valid_from, valid_to, reason, end_reason, rev)
            values (?, ?, coalesce(?::date, 'infinity'), ?, ?, ?)""";

    private Suspensions() {}

    /**
     * Puts another in the place of one, in a revision of its own.
     *
     * @param version the number of the one that gives way
     * @param replaced its first day
     * @param after what stands for it; empty: it never was
     * @throws FormRefused with every reason why it cannot be so
     * @throws RuleViolation {@code correction.changed} when the version stands no longer
     */
    public static void replace(
            Connection connection,
            String account,
            LocalDate today,
            int person,
            long version,
            LocalDate replaced,
            Optional<Suspension> after)
            throws SQLException {
        if (after.isPresent()) {
            Standing standing = ParticipationFacts.standing(connection, person);
            List<Suspension> others = standing.suspensions().stream()
                    .filter(other -> !other.from().equals(replaced))
                    .toList();
            List<FormFinding> flaws = flaws(after.get(), others, standing.enrolments(), today);
            if (!flaws.isEmpty()) {
                throw new FormRefused(flaws);
            }
        }
        long revision = Revision.open(connection, account, "CORRECTION").id();
        if (Sql.update(connection, SUPERSEDE, revision, version) == 0) {
            throw new RuleViolation("correction.changed");
        }
        if (after.isPresent()) {
            write(connection, person, revision, after.get());
        }
    }

    static void write(Connection connection, int person, long revision, Suspension suspension) throws SQLException {
        Sql.update(
                connection,
                WRITE,
                person,
                suspension.from(),
                suspension.to().orElse(null),
                suspension.reason(),
                suspension.endReason().orElse(null),
                revision);
    }

    /** Why it cannot be so; none when it can. Pure. */
    static List<FormFinding> flaws(
            Suspension said, List<Suspension> others, List<Enrolment> enrolments, LocalDate today) {
        List<FormFinding> flaws = new ArrayList<>();
        if (said.from().isAfter(today)) {
            flaws.add(flaw("from", "enrolment.date.future"));
        }
        if (said.to().filter(today::isBefore).isPresent()) {
            flaws.add(flaw("to", "enrolment.date.future"));
        }
        if (said.to().filter(to -> !to.isAfter(said.from())).isPresent()) {
            flaws.add(flaw("to", "period.empty"));
        }
        if (said.to().isPresent() != said.endReason().isPresent()) {
            flaws.add(flaw("end_reason", "enrolment.suspension.end"));
        }
        if (enrolments.stream().noneMatch(enrolment -> isWithin(said, enrolment))) {
            flaws.add(flaw("from", "enrolment.suspension.outside"));
        }
        if (others.stream().anyMatch(other -> overlap(said, other))) {
            flaws.add(flaw("", "row.overlap"));
        }
        return flaws;
    }

    private static boolean isWithin(Suspension said, Enrolment enrolment) {
        boolean endsInTime = enrolment.to().isEmpty()
                || said.to().filter(to -> !to.isAfter(enrolment.to().get())).isPresent();
        return enrolment.covers(said.from()) && endsInTime;
    }

    private static boolean overlap(Suspension one, Suspension other) {
        return other.to().map(one.from()::isBefore).orElse(true)
                && one.to().map(other.from()::isBefore).orElse(true);
    }

    private static FormFinding flaw(String column, String code) {
        return new FormFinding(LIST, "fact", column, code, List.of());
    }
}
