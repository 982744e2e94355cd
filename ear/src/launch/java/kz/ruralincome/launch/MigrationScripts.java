package kz.ruralincome.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * The scripts that make the tables, read once and from a jar file of our own.
 *
 * <p>Flyway itself would read each through the cache of open jars that the whole Java machine shares, while Payara boots
 * in another thread: one start in hundreds failed in the middle of a script.
 */
final class MigrationScripts implements ResourceProvider {

    private static final String FOLDER = "db/migration/";

    private final Map<String, Script> scripts = new TreeMap<>();

    /** @param loader that has the scripts in a jar */
    MigrationScripts(ClassLoader loader) throws IOException {
        URL folder = loader.getResource(FOLDER);
        if (folder == null) {
            throw new IOException("no scripts in " + FOLDER);
        }
        JarURLConnection place = (JarURLConnection) folder.openConnection();
        place.setUseCaches(false);
        try (JarFile jar = place.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    byte[] text = jar.getInputStream(entry).readAllBytes();
                    String name = entry.getName().substring(FOLDER.length());
                    scripts.put(name, new Script(name, new String(text, StandardCharsets.UTF_8)));
                }
            }
        }
    }

    @Override
    public LoadableResource getResource(String name) {
        return scripts.get(name.substring(name.lastIndexOf('/') + 1));
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.values().stream()
                .filter(script -> script.name.startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.name::endsWith))
                .<LoadableResource>map(script -> script)
                .toList();
    }

    private static final class Script extends LoadableResource {

        private final String name;
        private final String text;

        Script(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return FOLDER + name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
