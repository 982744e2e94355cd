package kz.ruralincome.launch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads the settings the way MicroProfile Config does: a system property before an environment variable, and {@code
 * pilot.http.port} and {@code PILOT_HTTP_PORT} are the same setting. An empty value counts as unset.
 */
public final class SettingsReader {

    private static final Pattern IP_ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern TERRITORY = Pattern.compile("[0-9]{9}");

    private final Function<String, String> source;

    SettingsReader(Function<String, String> source) {
        this.source = source;
    }

    /** The settings of this process. */
    public static Settings read(Properties properties, Map<String, String> environment) {
        return new SettingsReader(name -> {
                    String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
                    return firstOf(properties.getProperty(dotted), properties.getProperty(name), environment.get(name));
                })
                .settings();
    }

    Settings settings() {
        int port = port();
        String address = text("PILOT_HTTP_ADDRESS").orElse("127.0.0.1");
        Optional<Path> keystore = text("PILOT_TLS_KEYSTORE").map(value -> path("PILOT_TLS_KEYSTORE", value));
        keystore.filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw refused("PILOT_TLS_KEYSTORE", file.toString(), "cannot be read; name an existing PKCS#12 file");
        });
        Optional<String> dbUrl = text("PILOT_DB_URL").map(this::dbUrl);
        return new Settings(
                port,
                address,
                keystore,
                text("PILOT_TLS_PASSWORD"),
                text("PILOT_PUBLIC_URL")
                        .map(this::publicUrl)
                        .orElseGet(() -> Settings.defaultPublicUrl(address, port, keystore.isPresent())),
                proxies(),
                dbUrl,
                text("PILOT_DB_USER"),
                text("PILOT_DB_PASSWORD"),
                text("PILOT_DATA_DIR")
                        .map(value -> path("PILOT_DATA_DIR", value))
                        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".rural-income-pilot"))
                        .toAbsolutePath()
                        .normalize(),
                sampleData(dbUrl.isEmpty()),
                territory(),
                text("PILOT_SAMPLE_PASSWORD").map(value -> password("PILOT_SAMPLE_PASSWORD", value)),
                text("PILOT_ADMIN_PASSWORD").map(value -> password("PILOT_ADMIN_PASSWORD", value)),
                text("PILOT_BUSINESS_DATE").map(this::date),
                text("PILOT_CLUSTER").map(this::clusterName),
                clusterMembers(),
                text("PILOT_RATE_LIMIT").map(SettingsReader::rateLimit),
                text("PILOT_SMALL_CELLS").map(SettingsReader::smallCells));
    }

    private static Integer smallCells(String value) {
        if (!value.matches("[4-9]|[1-9][0-9]")) {
            throw refused("PILOT_SMALL_CELLS", value, "must be a number of people from 4 to 99");
        }
        return Integer.valueOf(value);
    }

    private static Integer rateLimit(String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw refused("PILOT_RATE_LIMIT", value, "must be a number of calls a second such as 500");
        }
        return Integer.valueOf(value);
    }

    private int port() {
        String value = text("PILOT_HTTP_PORT").orElse("8080");
        return portNumber(value).orElseThrow(() -> refused("PILOT_HTTP_PORT", value, "must be a port from 1 to 65535"));
    }

    private static Optional<Integer> portNumber(String value) {
        return value.matches("[0-9]{1,5}")
                ? Optional.of(Integer.valueOf(value)).filter(port -> port >= 1 && port <= 65535)
                : Optional.empty();
    }

    private String publicUrl(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            if (web && bare && uri.getHost() != null) {
                return value.endsWith("/") ? value : value + "/";
            }
        } catch (URISyntaxException e) {
            // refused below
        }
        throw refused("PILOT_PUBLIC_URL", value, "must be an http or https URL such as https://pilot.example.kz/");
    }

    private List<String> proxies() {
        List<String> proxies = list("PILOT_TRUSTED_PROXIES");
        for (String proxy : proxies) {
            if (!IP_ADDRESS.matcher(proxy).matches()) {
                throw refused("PILOT_TRUSTED_PROXIES", proxy, "must be IP addresses separated by commas");
            }
        }
        return proxies;
    }

    private String dbUrl(String value) {
        if (!value.startsWith("jdbc:postgresql:")) {
            throw new StartRefused(
                    "PILOT_DB_URL", "must begin with jdbc:postgresql: such as jdbc:postgresql://localhost:5432/pilot");
        }
        return value;
    }

    private Settings.SampleData sampleData(boolean embedded) {
        String value = text("PILOT_SAMPLE_DATA").orElse(embedded ? "region" : "none");
        return switch (value) {
            case "region" -> Settings.SampleData.REGION;
            case "accounts" -> Settings.SampleData.ACCOUNTS;
            case "none" -> Settings.SampleData.NONE;
            default -> throw refused("PILOT_SAMPLE_DATA", value, "must be region, accounts or none");
        };
    }

    private String territory() {
        String value = text("PILOT_TERRITORY").orElse("310000000");
        if (!TERRITORY.matcher(value).matches()) {
            throw refused("PILOT_TERRITORY", value, "must be a KATO code of nine digits such as 310000000");
        }
        return value;
    }

    private String password(String name, String value) {
        if (value.length() < 8) {
            throw new StartRefused(name, "must have at least 8 characters; set a longer one");
        }
        return value;
    }

    private LocalDate date(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw refused("PILOT_BUSINESS_DATE", value, "must be an ISO date such as 2023-01-01");
        }
    }

    private String clusterName(String value) {
        if (!NAME.matcher(value).matches()) {
            throw refused("PILOT_CLUSTER", value, "must be a name of letters, digits, dots and hyphens");
        }
        return value;
    }

    private List<String> clusterMembers() {
        List<String> members = list("PILOT_CLUSTER_MEMBERS");
        for (String member : members) {
            int colon = member.lastIndexOf(':');
            if (colon < 1 || portNumber(member.substring(colon + 1)).isEmpty()) {
                throw refused("PILOT_CLUSTER_MEMBERS", member, "must be host:port, separated by commas");
            }
        }
        return members;
    }

    private Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw refused(name, value, "is not a path");
        }
    }

    private List<String> list(String name) {
        return text(name)
                .map(value -> Arrays.stream(value.split(",")).map(String::strip).toList())
                .map(values -> {
                    List<String> kept = new ArrayList<>(values);
                    kept.removeIf(String::isEmpty);
                    return kept;
                })
                .orElseGet(ArrayList::new);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(source.apply(name)).filter(value -> !value.isBlank());
    }

    private static StartRefused refused(String name, String value, String mend) {
        return new StartRefused(name + "=" + value, mend);
    }

    private static String firstOf(String... values) {
        return Arrays.stream(values)
                .filter(value -> value != null && !value.isBlank())
                .findFirst()
                .orElse(null);
    }
}
