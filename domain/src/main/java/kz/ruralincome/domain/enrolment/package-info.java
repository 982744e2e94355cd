/**
 * Who takes part in the pilot: consents given and withdrawn, enrolment, suspension, leaving, wishes turned down, and what of it
 * waits for somebody. Consents and enrolments are facts of the lists and are written as their rows ({@code intake}).
 *
 * <p>Decided: the state of a part is never stored, it follows from the facts of the day. A suspension is a fact of its own: who
 * is suspended stays enrolled, so the figures of movement do not know of it.
 *
 * <p>Decided: a wish is decided by enrolling, or by declining it with a reason; the last screening of a person counts.
 */
package kz.ruralincome.domain.enrolment;
