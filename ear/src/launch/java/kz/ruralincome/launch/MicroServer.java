package kz.ruralincome.launch;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Payara Micro, booted from the unpacked jars and made to take an EAR.
 *
 * <p>Stock Micro refuses {@code --deploy x.ear}; with two modules of the full server on its class path it deploys one by
 * command once it is up.
 */
final class MicroServer {

    private static final String NAME = "rural-income-pilot";
    private static final String LISTENER =
            "set configs.config.server-config.network-config.network-listeners" + ".network-listener.";
    private static final String PROTOCOL = "set configs.config.server-config.network-config.protocols.protocol.";

    private final PayaraMicroRuntime runtime;
    private final ClassLoader loader;

    private MicroServer(PayaraMicroRuntime runtime, ClassLoader loader) {
        this.runtime = runtime;
        this.loader = loader;
    }

    /** Boots Micro without an application; the port is open afterwards. */
    static MicroServer boot(Settings settings, DataFolder folder, Path instance, ProgramFiles program, Path logging)
            throws IOException, ReflectiveOperationException {
        System.setProperty("fish.payara.micro.BootJar", program.jar().toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", program.micro().toString());
        // Micro's own default takes a second to look for other members even where there is no cluster.
        System.setProperty("hazelcast.wait.seconds.before.join", "0");
        // The folder itself, too: Payara asks for its resource adapters by file name.
        IndexedClassLoader loader = new IndexedClassLoader(
                program.microJars(),
                program.micro().resolve("runtime"),
                program.micro().resolve("class-path.index"),
                PilotServer.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        PayaraMicroBoot boot = (PayaraMicroBoot) loader.loadClass("fish.payara.micro.impl.PayaraMicroImpl")
                .getMethod("create", String[].class)
                .invoke(null, (Object)
                        arguments(settings, folder, instance, logging).toArray(String[]::new));
        return new MicroServer(boot.getRuntime(), loader);
    }

    /** Deploys the application; what went wrong is in the log. */
    void deploy(Path ear) {
        Thread.currentThread().setContextClassLoader(loader);
        // The answer is true even when nothing was deployed, so the list is asked.
        runtime.deploy(ear.toFile());
        if (!runtime.getDeployedApplicationNames().contains(NAME)) {
            throw new IllegalStateException("the application was not deployed");
        }
    }

    private static List<String> arguments(Settings settings, DataFolder folder, Path instance, Path logging)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--rootdir",
                instance.toString(),
                "--name",
                "pilot-" + folder.name(),
                "--disablephonehome",
                "--logproperties",
                logging.toString(),
                "--prebootcommandfile",
                bootCommands(settings, instance).toString(),
                settings.tls() ? "--sslport" : "--port",
                Integer.toString(settings.httpPort())));
        if (settings.cluster().isPresent()) {
            // Hazelcast would listen on every address, whatever interface it is given.
            System.setProperty("hazelcast.socket.bind.any", "false");
            String self = settings.clusterMembers().get(0);
            int colon = self.lastIndexOf(':');
            arguments.addAll(List.of(
                    "--clustername", settings.cluster().get(),
                    "--clustermode", "tcpip:" + String.join(",", settings.clusterMembers()),
                    "--interfaces", self.substring(0, colon),
                    "--startport", self.substring(colon + 1)));
        } else {
            // "--nocluster" would still open Hazelcast's port.
            arguments.add("--nohazelcast");
        }
        return arguments;
    }

    private static Path bootCommands(Settings settings, Path instance) throws IOException {
        String listener = settings.tls() ? "https-listener" : "http-listener";
        List<String> commands = new ArrayList<>(List.of(
                LISTENER + listener + ".address=" + settings.httpAddress(),
                PROTOCOL + listener + ".http.server-header=false",
                PROTOCOL + listener + ".http.xpowered-by=false",
                PROTOCOL + listener + ".http.compression=on",
                // By HTTP/2 it hangs up on whoever waits longer than that: a job may be waited for, for 60 s.
                PROTOCOL + listener + ".http.timeout-seconds=120",
                // The name of the add-on MalformedRequests.
                PROTOCOL + listener + ".http.comet-support-enabled=true",
                // The application gives out its OpenAPI document itself.
                "set configs.config.server-config.microprofile-openapi-configuration.enabled=false"));
        if (settings.tls()) {
            commands.add(LISTENER + "http-listener.enabled=false");
            commands.add(LISTENER + "https-listener.enabled=true");
        }
        return Files.write(instance.resolve("boot-commands"), commands);
    }
}
