/**
 * What happens by itself, and when. A timer only calls; which node does the work is decided by a claim in the database, so
 * timers are not persistent and every node has them.
 *
 * <table>
 * <caption>The timetable, in Almaty</caption>
 * <tr><th>job</th><th>when</th><th>what it changes</th><th>when it fails</th></tr>
 * <tr><td>movement-tracking</td><td>01:00, and after each change of the facts</td>
 *     <td>timelines of persons and households, the cards for the search</td>
 *     <td>nothing is changed; the next run does all that is missing</td></tr>
 * <tr><td>loan-ageing</td><td>02:00, after each change of the facts and each batch of loans, and within a minute of a single
 *     call of a lender</td><td>ageing lines, standings and warnings of loans</td>
 *     <td>nothing is changed; the next run does all that is missing</td></tr>
 * <tr><td>data-quality</td><td>03:00, and within ten minutes of a movement run</td>
 *     <td>findings are opened and mended</td><td>nothing is changed; the next run looks for everything</td></tr>
 * <tr><td>assistance-review</td><td>03:30 of the first night of a quarter</td>
 *     <td>the review of the quarter: each household on assistance with the outcome of its test and of the one before</td>
 *     <td>nothing is changed; it is started by hand</td></tr>
 * <tr><td>outcome-snapshot</td><td>04:00; in the first night of a month that can</td>
 *     <td>the figures of the month and who moved in the one before are kept as they are known; what is kept stays</td>
 *     <td>nothing is changed; the next night keeps the month</td></tr>
 * <tr><td>month-starts</td><td>within ten seconds of a movement run, while the server has time</td>
 *     <td>answers about the first days of months are made ahead; no fact, no figure depends on it</td>
 *     <td>it looks again</td></tr>
 * <tr><td>job-watch</td><td>every ten seconds</td><td>runs of dead nodes are FAILED, wanted runs begin</td>
 *     <td>it looks again</td></tr>
 * </table>
 */
package kz.ruralincome.jobs;
