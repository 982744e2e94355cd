/**
 * Assignments of the collegium: what somebody is to do until when, about which figure or report, and what became of it.
 *
 * <p>Decided:
 *
 * <ul>
 *   <li>Akimat staff and administrators give, within their territory; nobody gives an assignment to themselves.
 *   <li>The owner accepts and reports. Of an office that nobody signs in for, those who may close it note both.
 *   <li>Whoever gave it, or an administrator who does not own it, sends it back or closes it. One that was not reported on is
 *       closed with a reason: it is needed no more.
 *   <li>Overdue is what waits for its owner after the last day in time. What is reported waits for the giver, and is not.
 *   <li>An assignment stays as it was given, and each step stays, so a report can tell how all stood at its moment.
 * </ul>
 */
package kz.ruralincome.domain.assignment;
