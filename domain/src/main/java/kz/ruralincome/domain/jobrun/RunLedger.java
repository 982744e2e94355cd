package kz.ruralincome.domain.jobrun;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.ruralincome.domain.jobrun.JobRun.Kind;
import kz.ruralincome.domain.shared.Sql;

/** The runs of all jobs as the database keeps them; each method is part of the caller's transaction. */
final class RunLedger {

    /** How long a claim holds that is not renewed; a node is taken for dead after it. */
    static final int LEASE_SECONDS = 45;

    static final String LEASE_LOST = "job.lease-lost";

    private static final String RUN = """
            id, job, business_date, kind, "full", state, started_at, ended_at, node, fence, error,
            array(select key from jsonb_each_text(counts)), array(select value::bigint from jsonb_each_text(counts))""";

    private static final String CLAIM = """
            insert into job_run (job, business_date, kind, "full", state, node, fence, lease_until)
            values (?, ?, ?, ?, 'RUNNING', ?, nextval('job_fence'), clock_timestamp() + make_interval(secs => ?))
            on conflict do nothing
            returning\s""" + RUN;

    private static final String RENEW = """
            update job_run set lease_until = clock_timestamp() + make_interval(secs => ?)
            where id = ? and fence = ? and state = 'RUNNING' and lease_until > clock_timestamp()""";

    private static final String FINISH = """
            update job_run
            set state = 'DONE', ended_at = clock_timestamp(),
                counts = (select coalesce(jsonb_object_agg(name, number), '{}') from unnest(?::text[], ?::bigint[]) c (name, number))
            where id = ? and fence = ? and state = 'RUNNING' and lease_until > clock_timestamp()""";

    private static final String FAIL = """
            update job_run set state = 'FAILED', ended_at = clock_timestamp(), error = ?
            where id = ? and fence = ? and state = 'RUNNING'""";

    /** The work of a run is known by its application name, so that no other connection with a reused number is ended. */
    private static final String END_WORK = """
            select count(*) from (
                select pg_terminate_backend(a.pid)
                from job_run r
                join pg_stat_activity a on a.pid = r.backend_pid and a.application_name = 'pilot run ' || r.id
                where r.job = ? and r.state = 'RUNNING' and r.lease_until < clock_timestamp()) ended""";

    private static final String EXPIRE = """
            update job_run set state = 'FAILED', ended_at = clock_timestamp(), error = ?
            where job = ? and state = 'RUNNING' and lease_until < clock_timestamp()""";

    private RunLedger() {}

    /**
     * Claims a run; empty when one of the job is running, or the date had its scheduled one.
     *
     * @param node who will do it
     */
    static Optional<JobRun> claim(
            Connection connection, String job, LocalDate businessDate, Kind kind, boolean full, String node)
            throws SQLException {
        endWhatExpired(connection, job);
        return Sql.first(connection, RunLedger::read, CLAIM, job, businessDate, kind.name(), full, node, LEASE_SECONDS);
    }

    /** Runs whose node is dead or paused are FAILED, whoever finds them; first their transaction is ended. */
    static boolean endWhatExpired(Connection connection, String job) throws SQLException {
        Sql.first(connection, Long.class, END_WORK, job);
        return Sql.update(connection, EXPIRE, LEASE_LOST, job) > 0;
    }

    /** Holds the claim for another while; false when it was lost. */
    static boolean renew(Connection connection, JobRun run) throws SQLException {
        return Sql.update(connection, RENEW, LEASE_SECONDS, run.id(), run.fence()) > 0;
    }

    /** Marks the connection as the one that does the work; returns its number for {@link #worksOn}. */
    static int begin(Connection connection, JobRun run) throws SQLException {
        return Sql.first(
                        connection,
                        Integer.class,
                        "select pg_backend_pid() from set_config('application_name', ?, true)",
                        "pilot run " + run.id())
                .orElseThrow();
    }

    static void worksOn(Connection connection, JobRun run, int backend) throws SQLException {
        Sql.update(connection, "update job_run set backend_pid = ? where id = ?", backend, run.id());
    }

    /** The last statement of the work's own transaction: false when the claim was lost, and nothing may be written. */
    static boolean finish(Connection connection, JobRun run, Map<String, Long> counts) throws SQLException {
        return Sql.update(
                        connection,
                        FINISH,
                        counts.keySet().toArray(String[]::new),
                        counts.values().toArray(Long[]::new),
                        run.id(),
                        run.fence())
                > 0;
    }

    static void fail(Connection connection, JobRun run, String error) throws SQLException {
        Sql.update(connection, FAIL, error, run.id(), run.fence());
    }

    /** Ends the statement that the run is just at. */
    static void cancelWork(Connection connection, JobRun run) throws SQLException {
        Sql.first(
                connection,
                Boolean.class,
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = ?",
                "pilot run " + run.id());
    }

    static Optional<JobRun> find(Connection connection, UUID id) throws SQLException {
        return Sql.first(connection, RunLedger::read, "select " + RUN + " from job_run where id = ?", id);
    }

    /** Runs of a job, newest first. */
    static List<JobRun> newest(Connection connection, String job, Optional<UUID> after, int limit) throws SQLException {
        return Sql.list(
                connection, RunLedger::read, "select " + RUN + """
                         from job_run
                        where job = ? and (?::uuid is null or seq < (select seq from job_run where id = ?::uuid))
                        order by seq desc limit ?""", job, after.orElse(null), after.orElse(null), limit);
    }

    /** The last business date that had its scheduled run. */
    static Optional<LocalDate> lastScheduled(Connection connection, String job) throws SQLException {
        return Sql.first(
                connection,
                LocalDate.class,
                "select max(business_date) from job_run where job = ? and kind = 'SCHEDULED'",
                job);
    }

    /** A run is wanted as soon as none runs. */
    static void request(Connection connection, String job) throws SQLException {
        Sql.update(connection, """
                insert into job_request (job, requested_at) values (?, clock_timestamp())
                on conflict (job) do update set requested_at = excluded.requested_at""", job);
    }

    /** Whether a run is wanted. */
    static boolean isRequested(Connection connection, String job) throws SQLException {
        return Sql.first(connection, OffsetDateTime.class, "select requested_at from job_request where job = ?", job)
                .isPresent();
    }

    /** The run that was just claimed serves all who have asked up to now. */
    static void takeRequest(Connection connection, String job) throws SQLException {
        Sql.update(connection, "delete from job_request where job = ?", job);
    }

    private static JobRun read(ResultSet row) throws SQLException {
        return new JobRun(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                Kind.valueOf(row.getString(4)),
                row.getBoolean(5),
                JobRun.State.valueOf(row.getString(6)),
                row.getObject(7, OffsetDateTime.class),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)),
                row.getString(9),
                row.getLong(10),
                counts(row.getArray(12), row.getArray(13)),
                Optional.ofNullable(row.getString(11)));
    }

    private static Map<String, Long> counts(Array names, Array numbers) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        var all = (String[]) names.getArray();
        var values = (Long[]) numbers.getArray();
        for (int i = 0; i < all.length; i++) {
            counts.put(all[i], values[i]);
        }
        return counts;
    }
}
