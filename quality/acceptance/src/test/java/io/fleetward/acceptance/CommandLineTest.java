// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.ServerProcess;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsNamedTogetherWithItsFlag() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = Commands.run(Commands.server(
                    "up", "--data", data(), "--http-port", "0", "--https-port", "0", "--mqtt-port", port(taken)));
            assertThat(outcome.exitCode()).isEqualTo(78);
            assertThat(outcome.output()).contains("--mqtt-port").contains(port(taken));
        }
    }

    @Test
    void developmentAccountsRefuseToListenBeyondLoopback() throws Exception {
        Outcome outcome = Commands.run(Commands.server("up", "--data", data(), "--dev-accounts", "--bind", "0.0.0.0"));
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output()).contains("--dev-accounts").contains("loopback");
    }

    @Test
    void everyWrongOptionIsNamedAtOnce() throws Exception {
        Outcome outcome = Commands.run(Commands.server(
                "up", "--data", data(), "--account", "12", "--region", "Mars", "--metric-period", "2h"));
        assertThat(outcome.exitCode()).isEqualTo(78);
        assertThat(outcome.output()).contains("--account").contains("--region").contains("--metric-period");
    }

    @Test
    void anUnknownOptionIsAUsageError() throws Exception {
        Outcome outcome = Commands.run(Commands.server("up", "--prot", "1"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("--prot");
    }

    @Test
    void envSaysWhenNoServerRuns() throws Exception {
        Outcome outcome = Commands.run(Commands.server("env", "--data", data()));
        assertThat(outcome.exitCode()).isEqualTo(69);
        assertThat(outcome.output()).contains("fleetward up --data");
    }

    @Test
    void theDataFolderKeepsItsSecretsToItself() throws Exception {
        Path data = Path.of(data());
        try (var server = ServerProcess.start(Commands.SERVER, data, PERIOD)) {
            assertThat(server.environment().get("AWS_ACCESS_KEY_ID")).isNotEmpty();
            assertThat(mode(data.resolve("run.json"))).isEqualTo("rw-------");
            assertThat(mode(data.resolve("master.key"))).isEqualTo("rw-------");
            assertThat(Files.readString(server.environment().caFile())).contains("BEGIN CERTIFICATE");
        }
        assertThat(data.resolve("run.json")).doesNotExist();
    }

    @Test
    void aSecondServerOnTheSameFolderIsRefused() throws Exception {
        try (var server = ServerProcess.start(Commands.SERVER, Path.of(data()), PERIOD)) {
            Outcome second = Commands.run(Commands.server(
                    "up", "--data", data(), "--http-port", "0", "--https-port", "0", "--mqtt-port", "0"));
            assertThat(second.exitCode()).isEqualTo(78);
            assertThat(second.output()).contains(Long.toString(server.pid()));
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String port(ServerSocket socket) {
        return Integer.toString(socket.getLocalPort());
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
