package kz.ruralincome.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Hands the settings on to the application: system properties {@code pilot.*} of this process, which MicroProfile Config
 * reads there. What is not set stays unset.
 */
final class ApplicationProperties {

    private ApplicationProperties() {}

    static void set(DatabaseAccess access) {
        System.setProperty("pilot.db.url", access.applicationUrl());
        System.setProperty("pilot.db.user", access.user());
        System.setProperty("pilot.db.password", access.password());
    }

    static void set(Settings settings) {
        System.setProperty("pilot.public.url", settings.publicUrl());
        System.setProperty("pilot.sample.data", settings.sampleData().name().toLowerCase(Locale.ROOT));
        System.setProperty("pilot.territory", settings.territory());
        System.setProperty("pilot.node", host() + ":" + settings.httpPort());
        settings.samplePassword().ifPresent(value -> System.setProperty("pilot.sample.password", value));
        settings.adminPassword().ifPresent(value -> System.setProperty("pilot.admin.password", value));
        settings.businessDate().ifPresent(value -> System.setProperty("pilot.business.date", value.toString()));
        settings.rateLimit().ifPresent(value -> System.setProperty("pilot.rate.limit", value.toString()));
        settings.smallCells().ifPresent(value -> System.setProperty("pilot.small.cells", value.toString()));
        if (!settings.trustedProxies().isEmpty()) {
            System.setProperty("pilot.trusted.proxies", String.join(",", settings.trustedProxies()));
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
