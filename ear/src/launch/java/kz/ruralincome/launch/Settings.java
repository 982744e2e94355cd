package kz.ruralincome.launch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the server was asked to be, checked as far as that is possible without touching anything.
 *
 * @param publicUrl ends in a slash; what links and {@code Location} show
 * @param clusterMembers {@code host:port}, this node first; empty without a cluster
 * @param rateLimit how many calls of the API an account may send a second
 * @param smallCells up to how many people a group is withheld from those who may see no persons, 4 to 99
 */
public record Settings(
        int httpPort,
        String httpAddress,
        Optional<Path> tlsKeystore,
        Optional<String> tlsPassword,
        String publicUrl,
        List<String> trustedProxies,
        Optional<String> dbUrl,
        Optional<String> dbUser,
        Optional<String> dbPassword,
        Path dataDir,
        SampleData sampleData,
        String territory,
        Optional<String> samplePassword,
        Optional<String> adminPassword,
        Optional<LocalDate> businessDate,
        Optional<String> cluster,
        List<String> clusterMembers,
        Optional<Integer> rateLimit,
        Optional<Integer> smallCells) {

    /** What is loaded into an empty database. */
    public enum SampleData {
        REGION,
        ACCOUNTS,
        NONE
    }

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
        clusterMembers = List.copyOf(clusterMembers);
        if (!isLoopback(httpAddress) && tlsKeystore.isEmpty() && trustedProxies.isEmpty()) {
            throw new StartRefused(
                    "PILOT_HTTP_ADDRESS=" + httpAddress,
                    "an address beyond this machine is served only with TLS; set PILOT_TLS_KEYSTORE and"
                            + " PILOT_TLS_PASSWORD, or PILOT_TRUSTED_PROXIES to the addresses of the proxy that ends TLS");
        }
        if (tlsKeystore.isPresent() && tlsPassword.isEmpty()) {
            throw new StartRefused("PILOT_TLS_PASSWORD", "is missing; set it to the password of PILOT_TLS_KEYSTORE");
        }
        if (tlsPassword.isPresent() && tlsKeystore.isEmpty()) {
            throw new StartRefused("PILOT_TLS_KEYSTORE", "is missing; PILOT_TLS_PASSWORD is set without it");
        }
        if (dbUrl.isEmpty() && (dbUser.isPresent() || dbPassword.isPresent())) {
            throw new StartRefused(
                    "PILOT_DB_URL", "is missing; PILOT_DB_USER and PILOT_DB_PASSWORD mean nothing without it");
        }
        if (cluster.isPresent() && dbUrl.isEmpty()) {
            throw new StartRefused(
                    "PILOT_CLUSTER", "needs PILOT_DB_URL: the nodes of a cluster share one PostgreSQL of your own");
        }
        if (cluster.isPresent() == clusterMembers.isEmpty()) {
            throw new StartRefused(
                    cluster.isPresent() ? "PILOT_CLUSTER_MEMBERS" : "PILOT_CLUSTER",
                    "is missing; a cluster needs both PILOT_CLUSTER and PILOT_CLUSTER_MEMBERS=host:port,…");
        }
    }

    public boolean embeddedDatabase() {
        return dbUrl.isEmpty();
    }

    public boolean tls() {
        return tlsKeystore.isPresent();
    }

    /** Where the launcher itself asks whether the server is up. */
    public String localUrl() {
        String host = isAnyAddress(httpAddress) ? "127.0.0.1" : bracketed(httpAddress);
        return (tls() ? "https" : "http") + "://" + host + ":" + httpPort + "/";
    }

    static String defaultPublicUrl(String address, int port, boolean tls) {
        String host = isLoopback(address) || isAnyAddress(address) ? "localhost" : bracketed(address);
        return (tls ? "https" : "http") + "://" + host + ":" + port + "/";
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    public static boolean isLoopback(String address) {
        return address(address).isLoopbackAddress();
    }

    private static boolean isAnyAddress(String address) {
        return address(address).isAnyLocalAddress();
    }

    public static InetAddress address(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new StartRefused(
                    "PILOT_HTTP_ADDRESS=" + address,
                    "is not an address of this machine; use for instance 127.0.0.1",
                    e);
        }
    }
}
