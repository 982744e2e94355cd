/**
 * Answers that were computed once and are kept, so that the same question again costs a look at a table.
 *
 * <p>Decided: what is kept is what was counted, before anything is withheld or marked for a reader; rights are applied to it
 * whenever it is handed out. Which figures are withheld, where that takes long to find, is kept beside it under the hash of
 * all that decides it, up to how many a group is small included. It is kept under the closed moment as of which the facts were read and under the version of
 * the definitions: with these an answer never changes, so nothing has to be declared stale. A new movement run is another
 * moment, and its answers stand under another key. All nodes share the table; each has the newest answers in memory, too.
 *
 * <p>It is bounded: what was made ahead goes with the next run, of the rest the oldest go. The table is unlogged, for
 * everything in it can be made again.
 */
package kz.ruralincome.domain.kept;
