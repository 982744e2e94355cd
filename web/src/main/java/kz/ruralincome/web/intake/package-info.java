/** What programs and people get of a load in the same form. */
package kz.ruralincome.web.intake;
