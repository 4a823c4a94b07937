// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... words) {
        return new Agent(
                        new PrintStream(output, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsHowItIsUsed() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("usage: fleetward agent run");
        assertThat(run("--often")).isEqualTo(ExitCode.USAGE);
        assertThat(errors()).contains("unknown option: --often", "usage:");
    }

    @Test
    void printsAReportWithoutSendingIt() throws Exception {
        var machine = new Machine(folder);

        assertThat(run("--dry-run", "--proc", machine.proc().toString())).isEqualTo(ExitCode.OK);

        assertThat(output.toString(StandardCharsets.UTF_8)).startsWith("{\"header\":{\"report_id\":");
        assertThat(errors()).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithItsCredentials() throws Exception {
        assertThat(run("--once", "--credentials", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(errors()).contains("cannot read the credentials in " + folder);

        Files.writeString(folder.resolve("agent.conf"), "thing=pump-7\nendpoint=localhost\nport=x\n");
        Path key = Files.createFile(
                folder.resolve("private.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        assertThat(run("--once", "--credentials", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(errors()).contains("run chmod 600 " + key);

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThat(run("--once", "--credentials", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(errors()).contains("port must be 1 to 65535: x");

        Files.writeString(folder.resolve("agent.conf"), "thing=pump-7\nport=8883\n");
        Files.writeString(folder.resolve("ca.pem"), "");
        Files.writeString(folder.resolve("certificate.pem"), "");
        assertThat(run("--once", "--credentials", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(errors()).contains("endpoint is missing");

        Files.writeString(folder.resolve("agent.conf"), "thing=pump-7\nendpoint=localhost\nport=8883\n");
        assertThat(run("--once", "--credentials", folder.toString())).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(errors()).contains("the certificates or the key cannot be used");
    }
}
