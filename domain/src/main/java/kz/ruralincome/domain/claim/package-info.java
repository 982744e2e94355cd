/**
 * Published figures held against the register. A claim is a sentence from a report or the press with its numbers; each is
 * compared with the program's own value, for a percentage it is sought of which number it is one, and parts are added up.
 *
 * <p>Decided: a claim is kept as it was published, and judged anew each time it is read, as known on the moment asked.
 */
package kz.ruralincome.domain.claim;
