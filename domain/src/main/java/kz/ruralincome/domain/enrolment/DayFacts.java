package kz.ruralincome.domain.enrolment;

import java.util.Optional;

/**
 * What holds of a person on the day of a step.
 *
 * @param consented whether they agree to the processing of their data
 * @param away whether they have left the region for good
 * @param home the unit where they live
 * @param insideUnit whether that lies in the unit that they are to be enrolled in
 */
record DayFacts(boolean consented, boolean away, Optional<Integer> home, boolean insideUnit) {}
