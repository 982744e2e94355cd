/**
 * The one mechanism of dated facts: versions, revisions, supersession, and what was known on an earlier moment.
 *
 * <p>Decided: a transaction that writes facts owns one row of {@code revision}, which the database stamps at commit under
 * a lock that closing the watermark waits for. So a moment up to the watermark is closed for ever: nothing committed
 * after it can be stamped before it. Revision numbers are our own, not PostgreSQL's transaction numbers, so they survive
 * a dump into another server.
 */
package kz.ruralincome.domain.register;
