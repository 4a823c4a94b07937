// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.ServerProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process; what it says to each of its words is in the server's own UsageTest. */
class CommandLineTest {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--http-port", "--https-port", "--mqtt-port"})
    void aTakenPortIsNamedTogetherWithItsFlag(String flag) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var words = new ArrayList<>(Commands.server("up", "--data", data()));
            for (String other : List.of("--http-port", "--https-port", "--mqtt-port")) {
                words.addAll(List.of(other, other.equals(flag) ? port(taken) : "0"));
            }
            Outcome outcome = Commands.run(words);
            assertThat(outcome.exitCode()).isEqualTo(78);
            assertThat(outcome.output()).contains(flag + " " + port(taken)).contains("choose another port");
        }
    }

    @Test
    void explainsItself() throws Exception {
        Outcome outcome = Commands.run(Commands.server("--help"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.output()).startsWith("Usage: fleetward");
    }

    @Test
    void anUnknownOptionIsAUsageErrorThatNamesTheNearest() throws Exception {
        Outcome outcome = Commands.run(Commands.server("up", "--htpp-port"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("--htpp-port").contains("--http-port");
    }

    @Test
    void aVariableThatCannotBeUnderstoodIsNamed() throws Exception {
        Outcome outcome =
                Commands.run(Commands.server("up", "--data", data()), Map.of("FLEETWARD_MQTT_PORT", "the usual"));
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output()).contains("FLEETWARD_MQTT_PORT").contains("the usual");
    }

    @Test
    void everyOptionMayComeFromAVariable() throws Exception {
        var variables = new ArrayList<>(List.of("/usr/bin/env", "FLEETWARD_METRIC_PERIOD=2h", "FLEETWARD_ACCOUNT=12"));
        variables.addAll(List.of("FLEETWARD_REGION=Mars", "FLEETWARD_HOST=no host,fine.example"));
        variables.addAll(List.of("FLEETWARD_DATABASE=mysql://x", "FLEETWARD_DEV_ACCOUNTS=true"));
        variables.addAll(List.of("FLEETWARD_BIND=0.0.0.0", "FLEETWARD_HTTP_PORT=70000", "FLEETWARD_HTTPS_PORT=70001"));
        variables.addAll(List.of("FLEETWARD_MQTT_PORT=70002", "FLEETWARD_DATA=" + data()));
        variables.addAll(Commands.server("up"));
        Outcome outcome = Commands.run(variables);
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output())
                .contains("--metric-period", "--account 12", "--region Mars", "--host no host", "--database")
                .contains("--dev-accounts", "--http-port 70000", "--https-port 70001", "--mqtt-port 70002")
                .doesNotContain("fine.example");
    }

    @Test
    void envSaysWhenNoServerRuns() throws Exception {
        Outcome outcome = Commands.run(Commands.server("env", "--data", data()));
        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.output()).contains("fleetward up --data");
    }

    @Test
    void whatAKilledServerLeftBehindIsNoticedAndDoesNotKeepTheNextFromStarting() throws Exception {
        Path data = Path.of(data());
        long killed;
        try (var server = ServerProcess.start(Commands.SERVER, data, PERIOD)) {
            killed = server.pid();
            server.kill();
        }
        assertThat(data.resolve("run.json")).exists();
        Outcome env = Commands.run(Commands.server("env", "--data", data()));
        assertThat(env.exitCode()).isEqualTo(69);
        assertThat(env.output()).contains("pid " + killed).contains("is gone");
        try (var server = ServerProcess.start(Commands.SERVER, data, PERIOD)) {
            assertThat(Files.readString(data.resolve("run.json"))).contains(Long.toString(server.pid()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aServerThatIsToldToStopEndsCleanly(String signal) throws Exception {
        Path data = Path.of(data());
        try (var server = ServerProcess.start(Commands.SERVER, data, PERIOD)) {
            Commands.run(List.of("kill", "-" + signal, Long.toString(server.pid())));
            assertThat(server.onExit())
                    .as("nobody told the shell that started this to ignore the signal")
                    .succeedsWithin(Duration.ofMinutes(1))
                    .isEqualTo(0);
        }
        assertThat(data.resolve("run.json")).doesNotExist();
    }

    @Test
    void whatKeepsTheServerFromStartingIsSaidInOneLine() throws Exception {
        Path data = Path.of(data());
        ServerProcess.start(Commands.SERVER, data, PERIOD).close();
        Files.delete(data.resolve("master.key"));
        Outcome outcome = Commands.run(Commands.server("up", "--data", data()));
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output()).contains("master.key is missing").doesNotContain("\tat ");
    }

    @Test
    void aDataFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Outcome outcome = Commands.run(Commands.server("up", "--data", file.toString()));
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output()).contains("--data " + file).doesNotContain("\tat ");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }
}
