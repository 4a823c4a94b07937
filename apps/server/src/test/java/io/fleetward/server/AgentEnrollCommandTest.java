// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentEnrollCommandTest {
    @TempDir
    private Path folder;

    @Test
    void refusesANameThatNoThingMayHave() {
        Cli refused = Cli.run("agent", "enroll", "../pump", "--data", folder);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("THING must be 1 to 128 letters");
    }

    @Test
    void needsAServerAndLeavesNothingBehindWithoutOne() {
        Path output = folder.resolve("pump-7");

        Cli refused = Cli.run("agent", "enroll", "pump-7", "--data", folder, "--output", output);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(output).doesNotExist();
    }
}
