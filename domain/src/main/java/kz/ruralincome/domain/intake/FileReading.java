package kz.ruralincome.domain.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.postgresql.copy.CopyIn;

/**
 * Reads a file on a thread of its own while the calling thread copies what was read into the staging table. At most a
 * few blocks lie between the two, so the memory needed does not depend on the size of the file.
 */
public final class FileReading implements Callable<FileReading.Summary> {

    /** What was found in the file as such; the mapping that its headings were read with, or null. */
    public record Summary(
            long rows,
            long rejected,
            long skipped,
            long removals,
            long corrected,
            List<String> columns,
            UUID mapping) {}

    /** Gives the bytes of the file; asked once. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException, SQLException;
    }

    private static final byte[] END = new byte[0];

    private final ListFormat format;
    private final LoadOptions options;
    private final RememberedHeadings remembered;
    private final Units units;
    private final Source source;
    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(8);
    private volatile boolean abandoned;

    FileReading(LoadOrder order, Units units, Source source) {
        this.format = order.format();
        this.options = order.options();
        this.remembered = order.remembered();
        this.units = units;
        this.source = source;
    }

    /** Copies the whole file; throws {@link FileRefused} when it cannot be taken as a whole. */
    Summary into(CopyIn copy, Executor executor) throws SQLException, IOException {
        FutureTask<Summary> reading = new FutureTask<>(this);
        executor.execute(reading);
        try {
            byte[] block;
            while ((block = taken(reading)) != END) {
                copy.writeToCopy(block, 0, block.length);
            }
            copy.endCopy();
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FileRefused refused) {
                throw refused;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            abandoned = true;
            blocks.clear();
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private byte[] taken(FutureTask<Summary> reading) throws InterruptedException {
        while (true) {
            byte[] block = blocks.poll(100, TimeUnit.MILLISECONDS);
            if (block != null) {
                return block;
            }
            if (reading.isDone() && blocks.isEmpty()) {
                return END; // it failed before it could say that it ended
            }
        }
    }

    @Override
    public Summary call() throws IOException, SQLException {
        try (InputStream bytes = new BufferedInputStream(source.open(), 64 * 1024)) {
            StageLines lines = new StageLines(this::hand);
            try (SheetReader sheet = SheetReader.open(bytes, format)) {
                Headings headings = Headings.find(sheet, format, options.isSnapshot(), remembered);
                RowReader rows = new RowReader(format, headings, options, units, lines);
                String[] row;
                while ((row = sheet.next()) != null) {
                    rows.read(row);
                }
                if (rows.rows() == 0) {
                    throw FileRefused.because("file.empty");
                }
                lines.flush();
                hand(END);
                return new Summary(
                        rows.rows(),
                        rows.rejected(),
                        rows.skipped(),
                        rows.removals(),
                        rows.corrected(),
                        List.copyOf(headings.columns()),
                        headings.mapping());
            }
        }
    }

    private void hand(byte[] block) {
        try {
            while (!blocks.offer(block, 100, TimeUnit.MILLISECONDS)) {
                if (abandoned) {
                    throw new IllegalStateException("nobody takes the rows any more");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
