/**
 * Who may sign in, with which role and territory.
 *
 * <p>Decided: passwords are kept as PBKDF2 hashes; what an account may do is an {@link kz.ruralincome.domain.account.Access}
 * that is handed to the doors, so that jobs, pages and programs are judged by the same rules.
 */
package kz.ruralincome.domain.account;
