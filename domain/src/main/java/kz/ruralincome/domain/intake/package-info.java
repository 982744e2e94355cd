/**
 * Lists in: a file becomes rows, rows are judged against what stands, good ones become facts.
 *
 * <p>A list is described once, as data ({@link kz.ruralincome.domain.intake.ListFormat}, all of them in
 * {@link kz.ruralincome.domain.intake.ListCatalogue}); reading, judging, snapshots and withdrawal are written once and
 * generate their SQL from it. A file is kept as it came; one load after the other, in the order of receipt, is read by
 * a thread that checks form and copies into a temporary table, and judged there set by set in one transaction, which is
 * one revision of the register. So a load that dies is undone by the database and taken up again from the kept file.
 *
 * <p>The engine ({@link kz.ruralincome.domain.intake.LoadEngine}) needs a connection and nothing else; who may load
 * what, the queue and the audit trail are the business of the desk.
 */
package kz.ruralincome.domain.intake;
