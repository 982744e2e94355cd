/** What programs and people get of a lender's batch in the same form. */
package kz.ruralincome.web.credit;
