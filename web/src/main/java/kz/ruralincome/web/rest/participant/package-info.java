/** People for programs: the search, and what is recorded of one. The IIN stands in bodies, never in an address. */
package kz.ruralincome.web.rest.participant;
