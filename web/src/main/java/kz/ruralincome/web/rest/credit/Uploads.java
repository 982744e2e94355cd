package kz.ruralincome.web.rest.credit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many bodies of batches come in at this node from one account: a slow line holds a worker each. */
@ApplicationScoped
public class Uploads {

    private static final int MOST = 4;

    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    /** Whether one more may come in; if so, it is to be {@link #end}ed. */
    public boolean begin(String account) {
        boolean[] begun = {false};
        open.compute(account, (same, number) -> {
            begun[0] = number == null || number < MOST;
            return begun[0] ? (number == null ? 1 : number + 1) : number;
        });
        return begun[0];
    }

    /** It is in, or given up. */
    public void end(String account) {
        open.computeIfPresent(account, (same, number) -> number == 1 ? null : number - 1);
    }
}
