// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulateTest {
    private final StringWriter output = new StringWriter();

    @Test
    void aDryRunTellsWhatWouldHappenWithoutAServer() {
        assertThat(run("--dry-run", "--devices", "12", "--minutes", "40")).isZero();
        assertThat(output.toString())
                .contains("12 devices take")
                .contains("suffers FLOOD")
                .contains("HIDDEN_BEACON")
                .contains("(no rule finds it)");
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThat(run("--devices", "3", "--minutes", "5", "--metric-period", "10h"))
                .isEqualTo(2);
        assertThat(output.toString())
                .contains("--minutes must be between 30 and 10080")
                .contains("--attacks-of-each")
                .contains("--metric-period must be between 1s and 5m");
    }

    @Test
    void anUnknownKindOfAttackIsRefusedWithTheKindsThereAre() {
        assertThat(run("--attacks", "burglary")).isEqualTo(2);
        assertThat(output.toString()).contains("burglary").contains("TOPIC_ENUMERATION");
    }

    @Test
    void withoutAServerTheMissingVariablesAreNamed() {
        assertThat(run()).isEqualTo(2);
        assertThat(output.toString()).contains("AWS_ENDPOINT_URL").contains("fleetward env");
    }

    private int run(String... args) {
        var writer = new PrintWriter(output, true);
        return Simulate.commandLine(Map.of(), InstantSource.system())
                .setOut(writer)
                .setErr(writer)
                .execute(args);
    }
}
