package kz.ruralincome.jobs;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The modules as they are packaged, with the libraries of the EAR, on stock Payara Micro, which takes no EAR: so they
 * lie in a WAR. The database is that of {@link ContainerDatabase}.
 */
final class Deployed {

    private Deployed() {}

    static WebArchive modules() {
        File[] libraries = new File("target/container/libraries").listFiles();
        Stream<File> modules = Stream.of(new File("target").listFiles())
                .filter(file -> file.getName().matches("jobs.*\\.jar")
                        && !file.getName().contains("test"));
        return ShrinkWrap.create(WebArchive.class, "pilot.war")
                .addAsLibraries(Stream.concat(Arrays.stream(libraries), modules).toArray(File[]::new));
    }
}
