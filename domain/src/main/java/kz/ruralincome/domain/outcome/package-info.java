/**
 * How the pilot is doing: the indicators of a territory on a date, side by side with plan, year before and neighbours.
 *
 * <p>Reads all features, is read by none. Every figure is counted unit by unit into a ledger, from the timelines of
 * {@code movement} and the facts as known on one moment; what a territory shows is the sum over its units by the tree of
 * the date. Small groups are withheld from whoever may see no persons.
 */
package kz.ruralincome.domain.outcome;
