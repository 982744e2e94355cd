/**
 * How the pilot is doing: the indicators of a territory and of its parts. Reads all features, is read by none.
 *
 * <p>Decided: everything is counted once for all units ({@code Ledger}), by some ten statements over the timelines and the
 * facts as known on one moment. A territory, its districts, the outside and "not known where" are then sums over units by
 * the tree of the date asked, so they add up by themselves, and one reading serves every question about that date. As known
 * on a closed moment a ledger never changes, so it is kept.
 *
 * <p>Decided where the definitions leave it open: a figure is missing ({@code NO_DATA}) when one of the lists it needs had
 * no row at all at that moment; with rows, nobody is a 0. A population narrows what counts persons or their registrations;
 * what counts households, money or requests has no value then, and nothing has a plan. Plans, given figures and the rank
 * of "everyone" are those of the region served. A territory's missing plan is the sum of its children's, theirs likewise.
 */
package kz.ruralincome.domain.outcome;
