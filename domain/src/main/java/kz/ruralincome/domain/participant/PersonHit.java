package kz.ruralincome.domain.participant;

/**
 * Somebody found by a phone or a household.
 *
 * @param current on the business date they are a member of that household, or the phone stands in their spell of that day
 */
public record PersonHit(ParticipantSummary person, boolean current) {}
