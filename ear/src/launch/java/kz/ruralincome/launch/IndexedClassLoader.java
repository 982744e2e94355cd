package kz.ruralincome.launch;

import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/**
 * Payara's class loader, which knows where to look.
 *
 * <p>The JDK's own asks each of the 320 jars in turn, for every class of the application too, since parents are asked
 * first. This one asks the index.
 */
final class IndexedClassLoader extends OpenURLClassLoader {

    private final List<Path> jars;
    private final URL[] urls;
    private final ClassPathIndex index;
    private final JarFile[] open;

    /**
     * @param folder also on the class path, asked last
     * @param indexFile where the index is, or is put
     */
    IndexedClassLoader(List<Path> jars, Path folder, Path indexFile, ClassLoader parent) throws IOException {
        super(new URL[] {folder.toUri().toURL()}, parent);
        this.jars = List.copyOf(jars);
        this.index = ClassPathIndex.of(jars, indexFile);
        this.open = new JarFile[jars.size()];
        this.urls = new URL[jars.size()];
        for (int number = 0; number < urls.length; number++) {
            urls[number] = jars.get(number).toUri().toURL();
        }
    }

    @Override
    public URL[] getURLs() {
        List<URL> all = new ArrayList<>(List.of(urls));
        all.addAll(List.of(super.getURLs()));
        return all.toArray(URL[]::new);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        for (int number : index.jarsWith(path)) {
            JarEntry entry = jar(number).getJarEntry(path);
            if (entry != null) {
                return define(name, number, entry);
            }
        }
        return super.findClass(name);
    }

    @Override
    public URL findResource(String name) {
        for (int number : index.jarsWith(name)) {
            if (jar(number).getEntry(name) != null) {
                return url(number, name);
            }
        }
        return super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (int number : index.jarsWith(name)) {
            if (jar(number).getEntry(name) != null) {
                found.add(url(number, name));
            }
        }
        found.addAll(Collections.list(super.findResources(name)));
        return Collections.enumeration(found);
    }

    @Override
    public void close() throws IOException {
        super.close();
        synchronized (open) {
            for (JarFile jar : open) {
                if (jar != null) {
                    jar.close();
                }
            }
        }
    }

    private Class<?> define(String name, int number, JarEntry entry) throws ClassNotFoundException {
        try (InputStream in = jar(number).getInputStream(entry)) {
            byte[] code = in.readAllBytes();
            int dot = name.lastIndexOf('.');
            if (dot > 0) {
                definePackageOnce(name.substring(0, dot), number);
            }
            return defineClass(name, code, 0, code.length, new CodeSource(urls[number], (CodeSigner[]) null));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private void definePackageOnce(String name, int number) throws IOException {
        if (getDefinedPackage(name) != null) {
            return;
        }
        Manifest manifest = jar(number).getManifest();
        try {
            if (manifest == null) {
                definePackage(name, null, null, null, null, null, null, null);
            } else {
                definePackage(name, manifest, urls[number]);
            }
        } catch (IllegalArgumentException e) {
            // Another thread was faster.
        }
    }

    private JarFile jar(int number) {
        synchronized (open) {
            if (open[number] == null) {
                try {
                    open[number] =
                            new JarFile(jars.get(number).toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return open[number];
        }
    }

    private URL url(int number, String name) {
        try {
            return new URL("jar", "", urls[number] + "!/" + new URI(null, null, name, null).getRawPath());
        } catch (MalformedURLException | URISyntaxException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
