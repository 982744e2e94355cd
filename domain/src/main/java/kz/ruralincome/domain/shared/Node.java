package kz.ruralincome.domain.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/** The name by which this server is known to the others: in the history of runs, and in claims of work. */
@ApplicationScoped
public class Node {

    @Inject
    private Config config;

    /** As the launcher has named it, else machine and process. */
    public String name() {
        return config.getOptionalValue("pilot.node", String.class)
                .orElseGet(() -> machine() + ":" + ProcessHandle.current().pid());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // a machine without a name of its own
        }
    }
}
