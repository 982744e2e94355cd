package kz.ruralincome.web.ui.layout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a view with what it shows, to be sent to a colleague; values that are empty are left out. */
public record Address(String path, Map<String, String> parameters) {

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** Another view with the same values. */
    public Address to(String other) {
        return new Address(other, parameters);
    }

    /** This address with another value for the name. */
    public Address with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.toString().isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString());
        }
        return new Address(path, changed);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                                .collect(Collectors.joining("&"));
    }
}
