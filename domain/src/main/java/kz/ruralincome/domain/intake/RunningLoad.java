package kz.ruralincome.domain.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The load that this node is just applying: keeps its claim alive and says how far it is. */
final class RunningLoad {

    private static final int BEAT_SECONDS = 1;
    private static final int READ_PERCENT = 70; // the rest is judging and writing

    private final LoadQueue queue;
    private final LoadQueue.Claim claim;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int progress;
    private volatile boolean givenUp;

    RunningLoad(LoadQueue queue, LoadQueue.Claim claim) {
        this.queue = queue;
        this.claim = claim;
    }

    void keepAlive() {
        try {
            boolean ours = true;
            while (ours && !ended.await(BEAT_SECONDS, TimeUnit.SECONDS)) {
                ours = beat();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean beat() {
        try {
            return queue.keep(claim, progress);
        } catch (RuntimeException e) { // one beat lost is no lease lost
            System.getLogger(RunningLoad.class.getName()).log(System.Logger.Level.WARNING, "no heartbeat", e);
            return true;
        }
    }

    void runsOn(int backend) {
        queue.noteBackend(claim, backend);
    }

    /** The file, whose reading ends when the load is given up. */
    InputStream counting(InputStream file, long size) {
        return new FilterInputStream(file) {
            private long read;

            @Override
            public int read() throws IOException {
                throw new UnsupportedOperationException("blocks only");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (givenUp) {
                    throw new IOException("the server stops");
                }
                int count = in.read(target, offset, length);
                read += Math.max(0, count);
                progress = (int) Math.min(READ_PERCENT, READ_PERCENT * read / Math.max(1, size));
                return count;
            }
        };
    }

    void giveUp() {
        givenUp = true;
        queue.cancel(claim);
    }

    void end() {
        ended.countDown();
    }
}
