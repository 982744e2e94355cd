package kz.ruralincome.web.ui.layout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * The addresses of styles and scripts, {@code #{assets['css/layout.css']}}: each carries a sum of its content, so that a
 * browser keeps it for good and a new version of the program is seen at once.
 */
@Named
@ApplicationScoped
public class Assets extends AbstractMap<String, String> {

    @Inject
    private ServletContext context;

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public String get(Object file) {
        return addresses.computeIfAbsent((String) file, this::address);
    }

    private String address(String file) {
        String path = "/resources/" + file;
        try (var content = context.getResourceAsStream(path)) {
            if (content == null) {
                throw new IllegalArgumentException("there is no " + path);
            }
            var sum = new CRC32();
            sum.update(content.readAllBytes());
            return context.getContextPath() + path + "?v=" + Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Set.of();
    }
}
