/**
 * What was said of a person, then that: the history of every fact, and how a fact that is wrong is put right by hand.
 *
 * <p>Decided: a correction is a small load of the fact's own list, so it is judged by the same rules, told of among the
 * loads, and supersedes; nothing is overwritten. Where it may change a figure of an approved report it is only proposed, and
 * a second account writes or refuses it: see {@link kz.ruralincome.domain.correction.TouchedDays} for which figures those
 * are. It is tried whenever it is proposed and written, in the transaction in which the verdict is given.
 *
 * <p>A suspension is a fact of no list: it is judged by the rules of the enrolment and written at once, since no figure looks
 * at suspensions.
 *
 * <p>Not here: what a lender says of a loan ({@code credit}), which the lender alone corrects; steps of an enrolment as they are taken ({@code enrolment});
 * two records of one person.
 */
package kz.ruralincome.domain.correction;
