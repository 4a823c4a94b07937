// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says of itself, and to whoever gives it words that it does not understand. */
class UsageTest {
    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "up --help",
                "env --help",
                "policy check --help",
                "policy diff --help",
                "audit run --help",
                "audit check apply --help",
                "audit check export --help",
                "--version",
                "up --version",
                "env --version",
                "policy check --version"
            })
    void everyCommandExplainsItselfAndItsVersion(String words) {
        Cli cli = Cli.run((Object[]) words.split(" ", -1));
        assertThat(cli.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(cli.out()).startsWith(words.contains("version") ? "fleetward " : "Usage: fleetward");
        assertThat(cli.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"up, --htpp-port, --http-port", "up, --dmeo, --demo", "env, --dat, --data"})
    void anUnknownOptionIsAUsageErrorThatNamesTheNearest(String command, String unknown, String nearest) {
        Cli cli = Cli.run(command, unknown);
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains(unknown).contains(nearest).contains("Try: fleetward " + command + " --help");
    }

    @Test
    void everyWrongOptionIsNamedAtOnce() {
        Cli cli = Cli.run("up", "--data", data, "--account", "12", "--region", "Mars", "--metric-period", "2h");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(cli.err()).contains("--account").contains("--region").contains("--metric-period");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void developmentAccountsRefuseToListenBeyondLoopback() {
        Cli cli = Cli.run("up", "--data", data, "--dev-accounts", "--bind", "0.0.0.0");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(cli.err()).contains("--dev-accounts").contains("loopback");
        assertThat(data).isEmptyDirectory();
    }
}
