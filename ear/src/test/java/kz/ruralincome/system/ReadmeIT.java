package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells lenders to type works, as it stands there. */
class ReadmeIT {

    private static final Pattern EXAMPLES = Pattern.compile("### For lenders\n.*?```sh\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void theExamplesForLendersRun() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.isExecutable(Path.of("/usr/bin/curl")));
        RunningServer server = RunningServer.shared();
        var examples = EXAMPLES.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(examples.find()).isTrue();
        String script = "set -eu -o pipefail\n"
                + examples.group(1)
                        .replace("http://localhost:8080/", server.url().toString())
                        .replace("bank-a:PASSWORD", "bank-b:" + RunningServer.PASSWORD);

        Process shell = new ProcessBuilder("/bin/bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        shell.getOutputStream().close();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(printed).isZero();
        assertThat(printed)
                .contains(
                        "\"graceMonths\":12",
                        "\"paymentRef\":\"P-1\"",
                        "\"reversed\":true",
                        "\"next\":",
                        "\"state\":\"",
                        "line,field,code,message");
    }
}
