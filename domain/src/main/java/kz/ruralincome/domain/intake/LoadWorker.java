package kz.ruralincome.domain.intake;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.ruralincome.domain.shared.QueueWorker;

/** The thread of a node that works on the loads of one queue, one after the other, and keeps the claim of each alive meanwhile. */
final class LoadWorker<C> {

    private final Executor executor;
    private final Function<C, RunningLoad> begin;
    private final BiConsumer<C, RunningLoad> work;
    private final QueueWorker worker;
    private volatile RunningLoad running;

    /**
     * A worker that begins with {@link #start}.
     *
     * @param queue what waits in it, for the log
     * @param release gives back, once, what this node held before it ended
     * @param next claims what is next, if anything waits
     * @param begin makes ready what keeps a claim alive
     * @param work works on it to its end, whatever that is
     */
    LoadWorker(
            String queue,
            Executor executor,
            Runnable release,
            Supplier<Optional<C>> next,
            Function<C, RunningLoad> begin,
            BiConsumer<C, RunningLoad> work) {
        this.executor = executor;
        this.begin = begin;
        this.work = work;
        this.worker = new QueueWorker(queue, release, () -> {
            Optional<C> claim = next.get();
            claim.ifPresent(this::run);
            return claim.isPresent();
        });
    }

    private void run(C claim) {
        RunningLoad current = begin.apply(claim);
        running = current;
        executor.execute(current::keepAlive);
        try {
            work.accept(claim, current);
        } finally {
            current.end();
            running = null;
        }
    }

    void start() {
        executor.execute(worker);
    }

    /** There is something to do. */
    void wake() {
        worker.wake();
    }

    /** Nothing more is taken, and what is under way is given up. */
    void stop() {
        worker.stop();
        RunningLoad current = running;
        if (current != null) {
            current.giveUp();
        }
    }

    boolean isStopped() {
        return worker.isStopped();
    }
}
