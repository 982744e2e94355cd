package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import org.postgresql.copy.CopyIn;

/**
 * Takes one file into the register, on one connection, in the transaction that the caller holds and ends. The row of
 * the load must exist; its state and counts are the caller's to write.
 */
public final class LoadEngine {

    private final Executor readers;
    private final LoadTrial trial;

    /** @param readers gives the thread that reads the file while this one talks to the database */
    public LoadEngine(Executor readers) {
        this(readers, LoadTrial.NONE);
    }

    /** @param trial is told of loads that do not go in yet */
    public LoadEngine(Executor readers, LoadTrial trial) {
        this.readers = readers;
        this.trial = trial;
    }

    /** Reads, judges and, unless it is a dry run or must wait, writes. */
    public LoadResult apply(Connection connection, LoadOrder order, FileReading.Source file)
            throws SQLException, IOException {
        Sql sql = new Sql(connection);
        Problems problems = new Problems(sql, order.id());
        problems.clear();
        LoadChanges.clear(sql, order.id());
        FileReading.Summary summary;
        try {
            summary = stage(sql, order, file);
        } catch (FileRefused refused) {
            problems.ofTheFile(true, refused.column(), refused.code(), refused.args());
            return LoadResult.failed();
        }
        problems.staged();
        return new LoadAttempt(sql, order, problems, summary, trial).finish();
    }

    /**
     * Reads and judges once more a load that waits, and has it told what would follow; nothing is written but temporary tables.
     *
     * @param judging is told when the file was read
     */
    LoadTrial.Finding rehearse(Connection connection, LoadOrder order, FileReading.Source file, Runnable judging)
            throws SQLException, IOException {
        Sql sql = new Sql(connection);
        FileReading.Summary summary = stage(sql, order, file);
        judging.run();
        return new LoadAttempt(sql, order, new Problems(sql, order.id()), summary, trial).rehearse();
    }

    private FileReading.Summary stage(Sql sql, LoadOrder order, FileReading.Source file)
            throws SQLException, IOException {
        tune(sql);
        Staging.create(sql, order.format());
        var reading = new FileReading(order, Units.standing(sql.connection()), file);
        CopyIn copy = sql.copy(Staging.copy());
        return reading.into(copy, readers);
    }

    private static void tune(Sql sql) throws SQLException {
        for (String setting : List.of("jit = off", "work_mem = '64MB'", "hash_mem_multiplier = 2")) {
            sql.run("set local " + setting);
        }
        // a pooled connection that had temporary tables before keeps the size it had then
        sql.run("""
                do $$ begin
                    set local temp_buffers = '64MB';
                exception when invalid_parameter_value then null;
                end $$""");
    }
}
