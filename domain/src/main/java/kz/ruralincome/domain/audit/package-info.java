/** Who did or saw what, and when: append-only, in the database, without an IIN or a name. */
package kz.ruralincome.domain.audit;
