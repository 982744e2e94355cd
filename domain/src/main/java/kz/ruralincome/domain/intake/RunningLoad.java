package kz.ruralincome.domain.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The load that this node is just applying or trying: keeps its claim alive and says how far it is. */
final class RunningLoad {

    private static final int BEAT_SECONDS = 1;

    private final LeaseDesk leases;
    private final LeasedLoad claim;
    private final int readPercent;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int progress;
    private volatile boolean givenUp;

    /** @param readPercent how far it is when the whole file was read */
    RunningLoad(LeaseDesk leases, LeasedLoad claim, int readPercent) {
        this.leases = leases;
        this.claim = claim;
        this.readPercent = readPercent;
    }

    void keepAlive() {
        try {
            boolean ours = true;
            while (ours && !ended.await(BEAT_SECONDS, TimeUnit.SECONDS)) {
                ours = beat();
            }
            givenUp |= !ours;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean beat() {
        try {
            return leases.keep(claim, progress);
        } catch (RuntimeException e) { // one beat lost is no lease lost
            System.getLogger(RunningLoad.class.getName()).log(System.Logger.Level.WARNING, "no heartbeat", e);
            return true;
        }
    }

    void runsOn(int backend) {
        leases.noteBackend(claim, backend);
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
                    throw new IOException("the load is given up");
                }
                int count = in.read(target, offset, length);
                read += Math.max(0, count);
                progress = (int) Math.min(readPercent, readPercent * read / Math.max(1, size));
                return count;
            }
        };
    }

    /** It is so far, in percent. */
    void reached(int percent) {
        progress = percent;
    }

    void giveUp() {
        givenUp = true;
        leases.cancel(claim);
    }

    /** Lets another attempt be made; false: the claim is lost. */
    boolean giveBack() {
        return leases.giveBack(claim);
    }

    void end() {
        ended.countDown();
    }
}
