/**
 * Who may sign in, with which role and territory, and who has.
 *
 * <p>Decided: passwords are kept as PBKDF2 hashes; what an account may do is an {@link kz.ruralincome.domain.account.Access}
 * that is handed to the doors, so that jobs, pages and programs are judged by the same rules. A session of the pages is a
 * row: it ends on every node when the row says so. Wrong passwords are counted by each node, and lifted by all.
 */
package kz.ruralincome.domain.account;
