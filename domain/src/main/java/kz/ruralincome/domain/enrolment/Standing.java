package kz.ruralincome.domain.enrolment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.enrolment.Participation.Enrolment;
import kz.ruralincome.domain.enrolment.Participation.Suspension;

/**
 * What the register knows of a person that decides whether a step may be taken.
 *
 * @param enrolments spells that stand, the last first
 * @param suspensions likewise
 * @param died the day of death
 * @param screenedOn the day of the last finished screening that met them
 */
record Standing(
        List<Enrolment> enrolments,
        List<Suspension> suspensions,
        Optional<LocalDate> died,
        Optional<LocalDate> screenedOn) {

    /** The spell that covers the day, else the last one that ended before it. */
    Optional<Enrolment> enrolmentOn(LocalDate day) {
        return enrolments.stream().filter(spell -> !spell.from().isAfter(day)).findFirst();
    }

    /** The rest that covers the day; one of an earlier time in the pilot has ended with it. */
    Optional<Suspension> suspensionOn(LocalDate day) {
        return enrolmentOn(day).flatMap(enrolment -> suspensions.stream()
                .filter(rest -> !rest.from().isBefore(enrolment.from()) && rest.covers(day))
                .findFirst());
    }

    EnrolmentStatus statusOn(LocalDate day) {
        var enrolment = enrolmentOn(day);
        if (enrolment.isEmpty()) {
            return EnrolmentStatus.NOT_ENROLLED;
        }
        if (!enrolment.get().covers(day)) {
            return EnrolmentStatus.LEFT;
        }
        return suspensionOn(day).isPresent() ? EnrolmentStatus.SUSPENDED : EnrolmentStatus.ENROLLED;
    }
}
