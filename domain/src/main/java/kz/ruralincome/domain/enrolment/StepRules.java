package kz.ruralincome.domain.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;

/** Why a step may not be taken on a day: codes, every reason at once; none when it may. */
final class StepRules {

    private StepRules() {}

    /** What is in the way of any step: a day that is not yet, a status that does not allow it. */
    private static List<String> common(Step step, LocalDate day, Standing standing, LocalDate today) {
        List<String> reasons = new ArrayList<>();
        if (day.isAfter(today)) {
            reasons.add("enrolment.date.future");
        }
        EnrolmentStatus status = standing.statusOn(day);
        if (!step.isOpenTo(status)) {
            reasons.add(notFrom(step, status));
        }
        return reasons;
    }

    /** Why the step is not open to somebody in the status, as a code. */
    static String notFrom(Step step, EnrolmentStatus status) {
        return "enrolment.not-from." + step + "." + status;
    }

    static List<String> ofEnrolling(
            LocalDate day, Optional<LocalDate> registrationDue, Standing standing, DayFacts facts, LocalDate today) {
        List<String> reasons = common(Step.ENROL, day, standing, today);
        boolean later =
                standing.enrolments().stream().anyMatch(spell -> spell.from().isAfter(day));
        if (reasons.isEmpty() && later) {
            reasons.add("enrolment.later-one");
        }
        if (!facts.consented()) {
            reasons.add("enrolment.no-consent");
        }
        if (standing.died().filter(died -> !died.isAfter(day)).isPresent()) {
            reasons.add("enrolment.died");
        } else if (facts.away()) {
            reasons.add("enrolment.away");
        } else if (facts.home().isEmpty()) {
            reasons.add("enrolment.home-unknown");
        } else if (!facts.insideUnit()) {
            reasons.add("enrolment.lives-elsewhere");
        }
        if (standing.screenedOn().filter(day::isBefore).isPresent()) {
            reasons.add("enrolment.before-screening");
        }
        if (registrationDue.filter(due -> !due.isAfter(day)).isPresent()) {
            reasons.add("enrolment.due-before");
        }
        return reasons;
    }

    static List<String> ofSuspending(LocalDate day, Standing standing, LocalDate today) {
        List<String> reasons = common(Step.SUSPEND, day, standing, today);
        if (reasons.isEmpty()
                && standing.suspensions().stream()
                        .anyMatch(spell -> spell.from().isAfter(day))) {
            reasons.add("enrolment.later-suspension");
        }
        if (reasons.isEmpty() && endsLater(standing, day)) {
            reasons.add("enrolment.left-later");
        }
        return reasons;
    }

    static List<String> ofResuming(LocalDate day, Standing standing, LocalDate today) {
        List<String> reasons = common(Step.RESUME, day, standing, today);
        Optional<Suspension> resting = standing.suspensionOn(day);
        if (resting.filter(spell -> spell.from().equals(day)).isPresent()) {
            reasons.add("enrolment.date.same-day");
        }
        if (resting.filter(spell -> spell.to().isPresent()).isPresent()) {
            reasons.add("enrolment.resumed-later");
        }
        return reasons;
    }

    static List<String> ofLeaving(LocalDate day, Standing standing, LocalDate today) {
        List<String> reasons = common(Step.LEAVE, day, standing, today);
        if (!reasons.isEmpty()) {
            return reasons;
        }
        if (standing.enrolmentOn(day).filter(spell -> spell.from().equals(day)).isPresent()
                || standing.suspensionOn(day)
                        .filter(spell -> spell.from().equals(day))
                        .isPresent()) {
            reasons.add("enrolment.date.same-day");
        }
        if (standing.suspensions().stream().anyMatch(spell -> spell.from().isAfter(day))) {
            reasons.add("enrolment.later-suspension");
        }
        if (endsLater(standing, day)) {
            reasons.add("enrolment.left-later");
        }
        return reasons;
    }

    /** Whether the spell of the day has an end already, which another step or a list has set. */
    private static boolean endsLater(Standing standing, LocalDate day) {
        return standing.enrolmentOn(day).flatMap(Enrolment::to).isPresent();
    }
}
