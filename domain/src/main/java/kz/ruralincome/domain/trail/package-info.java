/**
 * Reading the audit trail: found by account, action, period and person, a page or a file at a time. To look at it is
 * itself a line of it.
 *
 * <p>Decided: nothing is counted, and pages are found by the place of the last line, so that what is asked costs the lines
 * that are shown, however long the trail has grown. The file is made of the same pages: no long query stands open.
 */
package kz.ruralincome.domain.trail;
