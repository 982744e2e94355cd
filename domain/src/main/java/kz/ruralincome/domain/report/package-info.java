/**
 * What goes into the collegium: the figures of a territory, of its parts, and the movement of a year, as one publication.
 *
 * <p>Decided: a report adds nothing of its own; it asks the doors of {@code outcome} and {@code movement} at one moment.
 * For those who may see no persons a state table in which anything is withheld is left out as a whole: its sums stand among
 * the figures, too, and would give it away.
 */
package kz.ruralincome.domain.report;
