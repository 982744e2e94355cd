package kz.ruralincome.domain.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether this node's start has come to its end, for the readiness check. */
@ApplicationScoped
public class StartProgress {

    private volatile boolean done;
    private volatile String failure;

    void done() {
        done = true;
    }

    void failed(String why) {
        failure = String.valueOf(why);
    }

    public boolean isDone() {
        return done;
    }

    /** Why the start failed for good. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
