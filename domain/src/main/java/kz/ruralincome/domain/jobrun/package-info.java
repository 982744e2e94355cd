/**
 * One run of a job, once: the frame that carries every scheduled job.
 *
 * <p>A run is claimed in the database: never two of one job at once, one scheduled run for each business date for which the job is due. The node that
 * has claimed it renews a lease; a node that does not is taken for dead, its run FAILED, its connection ended. The work and
 * the word that it is done are one transaction, which first asks whether the claim still holds: so a node that was paused
 * past its lease writes nothing.
 *
 * <p>A new job is a bean that implements {@link kz.ruralincome.domain.jobrun.Job}, and a timer in the module {@code jobs}.
 */
package kz.ruralincome.domain.jobrun;
