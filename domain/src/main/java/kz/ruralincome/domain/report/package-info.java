/**
 * What goes into the collegium: the figures of a territory, of its parts, and the movement of a year, as one publication.
 *
 * <p>Decided: a report adds nothing of its own; it asks the doors of {@code outcome} and {@code movement} at one moment.
 * Below the region it is protected as a whole for those who may see no persons: the sums of the state table stand among the
 * figures, too, and parts add up to them.
 *
 * <p>What its author says in sentences is checked as {@code claim} checks what was published, against the report itself.
 */
package kz.ruralincome.domain.report;
