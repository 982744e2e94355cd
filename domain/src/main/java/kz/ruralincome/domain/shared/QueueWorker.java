package kz.ruralincome.domain.shared;

import static java.lang.System.Logger.Level.WARNING;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The one thread of a node that works on a queue kept in the database: it takes what waits, one after the other, and rests
 * when there is nothing, until it is woken or looks again by itself. While the database is away the queue waits.
 */
public final class QueueWorker implements Runnable {

    private static final System.Logger LOG = System.getLogger(QueueWorker.class.getName());
    private static final int POLL_SECONDS = 2;

    private final String queue;
    private final Runnable release;
    private final BooleanSupplier takeOne;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;

    /**
     * A worker that begins with {@link #run}.
     *
     * @param queue what waits in it, for the log
     * @param release gives back, once, what this node held before it ended
     * @param takeOne takes what is next and works on it to its end; false when nothing waits
     */
    public QueueWorker(String queue, Runnable release, BooleanSupplier takeOne) {
        this.queue = queue;
        this.release = release;
        this.takeOne = takeOne;
    }

    /** Works until it is stopped. */
    @Override
    public void run() {
        boolean released = false;
        while (!stopped) {
            try {
                if (!released) {
                    release.run();
                    released = true;
                }
                if (!takeOne.getAsBoolean()) {
                    rest();
                }
            } catch (RuntimeException e) { // the database may be away for a while: the queue waits
                LOG.log(WARNING, "the queue of " + queue + " cannot be worked on", e);
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (news.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            stopped = true; // the container is going down
            Thread.currentThread().interrupt();
        }
    }

    /** There is something to do. */
    public void wake() {
        news.release();
    }

    /** Nothing more is taken; what is under way may ask {@link #isStopped}. */
    public void stop() {
        stopped = true;
        wake();
    }

    public boolean isStopped() {
        return stopped;
    }
}
