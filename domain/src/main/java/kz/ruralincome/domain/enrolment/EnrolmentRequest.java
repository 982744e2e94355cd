package kz.ruralincome.domain.enrolment;

import java.time.LocalDate;
import java.util.Optional;

/**
 * That somebody is to take part.
 *
 * @param day from which on
 * @param unit the KATO unit in which they do
 * @param direction 1 to 5, as the pilot counts them
 * @param registrationDue the day by which they promise to register
 */
public record EnrolmentRequest(LocalDate day, int unit, int direction, Optional<LocalDate> registrationDue) {}
