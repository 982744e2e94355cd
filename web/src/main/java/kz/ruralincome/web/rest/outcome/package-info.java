/**
 * The outcomes for programs: what every answer carries, and the indicators. The sentences are in the bundle
 * {@code outcome}.
 */
package kz.ruralincome.web.rest.outcome;
