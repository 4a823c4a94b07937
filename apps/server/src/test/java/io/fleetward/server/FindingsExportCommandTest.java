// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void namesTheFormatsThereAre() {
        Cli refused = Cli.run("findings", "export", "--format", "xml", "--data", folder);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("xml", "ASFF", "JSONL", "OCSF", "CSV");
    }

    @Test
    void namesFiltersThatCannotBeRead() {
        String filters = "file://" + folder.resolve("none.json");
        Cli refused = Cli.run("findings", "export", "--format", "csv", "--filters", filters, "--data", folder);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err()).contains("--filters " + filters + ": cannot be read");
    }

    @Test
    void needsAServerAndLeavesTheFileAsItIsWithoutOne() {
        Path output = folder.resolve("findings.csv");
        Cli refused = Cli.run("findings", "export", "--format", "csv", "--output", output, "--data", folder);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(output).doesNotExist();
    }
}
