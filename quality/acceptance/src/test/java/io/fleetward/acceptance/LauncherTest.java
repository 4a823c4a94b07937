// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as far as it neither builds nor starts anything. */
class LauncherTest {
    private static final List<String> COMMANDS = List.of(
            "up",
            "demo",
            "env",
            "policy check",
            "policy diff",
            "audit run",
            "agent enroll",
            "agent run",
            "test",
            "bench",
            "help",
            "--version");

    /** What the launcher needs of a machine before it looks for a JDK. */
    private static final List<String> TOOLS = List.of("bash", "dirname", "grep", "id", "sed", "env", "cat");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "-h"})
    void namesEveryCommand(String words) throws Exception {
        Outcome outcome = launch(words.isEmpty() ? List.of() : List.of(words));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains(COMMANDS);
    }

    @Test
    void saysWhichVersionItIs() throws Exception {
        Outcome launcher = launch(List.of("--version"));
        Outcome server = Commands.run(Commands.server("--version"));
        assertThat(launcher.exitCode()).isZero();
        assertThat(launcher.output()).isEqualTo(server.output());
    }

    @Test
    void doesNotKnowEveryCommand() throws Exception {
        Outcome outcome = launch(List.of("upp"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("unknown command: upp").contains("fleetward up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test --help", "help test"})
    void explainsItsTests(String words) throws Exception {
        Outcome outcome = launch(List.of(words.split(" ", -1)));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).contains("--quick");
    }

    @Test
    void namesTheOptionThatThereIs() throws Exception {
        Outcome outcome = launch(List.of("test", "--quik"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("--quik").contains("--quick");
    }

    @Test
    void namesWhatIsMissingInOneLine() throws Exception {
        for (String tool : TOOLS) {
            Files.createSymbolicLink(folder.resolve(tool), where(tool));
        }
        Outcome outcome =
                Commands.run(List.of("bash", "-c", "PATH=" + folder + " exec " + launcher() + " test"), Map.of());
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output().lines()).containsExactly("fleetward: aws is missing: install the package awscli");
    }

    private static Path where(String tool) {
        for (String folder : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(folder, tool))) {
                return Path.of(folder, tool);
            }
        }
        throw new IllegalStateException("no " + tool + " on this machine");
    }

    private static Outcome launch(List<String> words) throws Exception {
        var line = new ArrayList<>(List.of(launcher().toString()));
        line.addAll(words);
        return Commands.run(line);
    }

    private static Path launcher() {
        return Path.of(System.getProperty("fleetward.root"), "fleetward").normalize();
    }
}
