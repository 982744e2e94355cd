package kz.ruralincome.web.ui.participant;

import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The names that a visitor has searched for of late, each under a key: a name must stand in no address, and yet the way
 * back, a reload and the next page must find the same people. As many as one goes back through, so that a session stays small.
 */
@SessionScoped
public class RecentNames implements Serializable {

    static final int MOST = 20;
    private static final long serialVersionUID = 1L;

    private final Map<String, String> names = new LinkedHashMap<>();

    /** The key under which the name is kept until others have taken its place. */
    synchronized String keep(String name) {
        for (var kept : names.entrySet()) {
            if (kept.getValue().equals(name)) {
                return kept.getKey();
            }
        }
        if (names.size() == MOST) {
            names.remove(names.keySet().iterator().next());
        }
        String key = UUID.randomUUID().toString();
        names.put(key, name);
        return key;
    }

    /** Empty when it was never kept in this session, or is no longer. */
    synchronized Optional<String> find(String key) {
        return Optional.ofNullable(names.get(key));
    }
}
