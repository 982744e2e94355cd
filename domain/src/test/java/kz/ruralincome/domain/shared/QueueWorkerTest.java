package kz.ruralincome.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class QueueWorkerTest {

    @Test
    void releasesOnceGoesOnAfterAFailureAndEndsWhenStopped() {
        List<String> done = new ArrayList<>();
        var self = new AtomicReference<QueueWorker>();
        var worker = new QueueWorker("tests", () -> done.add("released"), () -> {
            done.add("asked");
            if (done.size() == 3) {
                self.get().wake(); // no wait for the next look
                throw new IllegalStateException("the database is away");
            }
            if (done.size() == 5) {
                self.get().stop();
            }
            return true;
        });
        self.set(worker);

        worker.run();

        assertThat(done).containsExactly("released", "asked", "asked", "asked", "asked");
        assertThat(worker.isStopped()).isTrue();
    }

    @Test
    void restsUntilItIsWoken() throws InterruptedException {
        var empty = new CountDownLatch(1);
        var worker = new QueueWorker("tests", () -> {}, () -> {
            empty.countDown();
            return false;
        });
        var thread = new Thread(worker);
        thread.start();
        assertThat(empty.await(10, TimeUnit.SECONDS)).isTrue();

        worker.stop();
        thread.join(TimeUnit.SECONDS.toMillis(10));

        assertThat(thread.isAlive()).isFalse();
    }
}
