/**
 * Finding people and opening what is recorded of them. Every look at a person leaves a line in the audit trail.
 *
 * <p>Where someone lives and in which state they are comes from the timelines of the last movement run, as of the business
 * date; whom that run has not seen yet is found by IIN alone, by accounts without a territory. A person out of reach looks
 * like one who is not there.
 */
package kz.ruralincome.domain.participant;
