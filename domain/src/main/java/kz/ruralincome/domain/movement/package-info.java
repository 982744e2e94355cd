/**
 * How the situation of people changed: the timeline of every person, and what can be asked of it.
 *
 * <p>Decided: there is one definition of a person's state in SQL, {@link kz.ruralincome.domain.movement.MovementSql}. The
 * nightly run, the recomputation of a few persons and the answer as known on an earlier moment all use that text, so they
 * cannot differ. A timeline is one row a person with arrays of borders, states and units: a question about two days is one
 * pass over short rows, with the hash of a cell's members in reach (measured against joins and a table of periods).
 *
 * <p>What is computed here is no fact: it can be made again from the facts at any time.
 */
package kz.ruralincome.domain.movement;
