package kz.ruralincome.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The orderly end, within the 40 seconds that are promised: new requests are sent away and those being answered get
 * their time; then Payara stops, which lets jobs release their claims; last the embedded database under it.
 */
final class Shutdown {

    private static final long REQUEST_SECONDS = 10;
    private static final long SERVER_SECONDS = 15;
    private static final String REQUEST_GATE = "kz.ruralincome:type=RequestGate";
    private static final String PAYARA_HOOK = "Payara Micro Shutdown Hook";

    private volatile EmbeddedDatabase database;
    private volatile Thread payara;

    Shutdown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "pilot-shutdown"));
    }

    void endsWith(EmbeddedDatabase embedded) {
        this.database = embedded;
    }

    /**
     * Takes Payara's own shutdown hook over: hooks run side by side, and Payara's must be through before the database
     * goes.
     */
    void takeOverPayarasHook() {
        try {
            Field field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
            field.setAccessible(true);
            List<Thread> hooks = ((Map<?, ?>) field.get(null))
                    .keySet().stream().map(Thread.class::cast).toList();
            for (Thread hook : hooks) {
                if (hook.getName().equals(PAYARA_HOOK)) {
                    Runtime.getRuntime().removeShutdownHook(hook);
                    payara = hook;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Payara's shutdown hook is out of reach", e);
        }
    }

    /** Ends at once after a refused start; Payara may be half up and is not waited for. */
    void abandon(int exit) {
        stopDatabase();
        Runtime.getRuntime().halt(exit);
    }

    private void run() {
        Thread hook = payara;
        if (hook != null) {
            endRequests();
            Thread server = new Thread(hook::run, "payara-stop");
            server.setDaemon(true);
            server.start();
            try {
                server.join(TimeUnit.SECONDS.toMillis(SERVER_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        stopDatabase();
    }

    private static void endRequests() {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName gate = new ObjectName(REQUEST_GATE);
            beans.invoke(gate, "shut", null, null);
            Instant end = Instant.now().plusSeconds(REQUEST_SECONDS);
            while (((Integer) beans.getAttribute(gate, "InFlight")) > 0
                    && Instant.now().isBefore(end)) {
                Thread.sleep(50);
            }
        } catch (JMException e) {
            // The application is not up yet, or no longer: it has no requests.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopDatabase() {
        EmbeddedDatabase embedded = database;
        if (embedded == null) {
            return;
        }
        try {
            embedded.stop();
        } catch (IOException e) {
            e.printStackTrace();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
