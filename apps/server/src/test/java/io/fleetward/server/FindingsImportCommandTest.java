// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsImportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void namesAFileThatCannotBeRead() {
        Path file = folder.resolve("none.sarif");
        Cli refused = Cli.run("findings", "import", "--format", "sarif", file, "--data", folder);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err()).contains(file + ": cannot be read");
    }

    @Test
    void needsAServer() throws Exception {
        Path file = Files.writeString(folder.resolve("scan.sarif"), "{}");
        Cli refused = Cli.run("findings", "import", "--format", "sarif", file, "--data", folder);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    }
}
