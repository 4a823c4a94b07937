// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.agent.AgentOptions.Parsed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgentOptionsTest {
    private static AgentOptions options(String... words) {
        Parsed parsed = AgentOptions.parse(List.of(words));
        assertThat(parsed).isInstanceOf(Parsed.Options.class);
        return ((Parsed.Options) parsed).options();
    }

    @Test
    void hasDefaultsThatFitASystemService() {
        assertThat(options())
                .isEqualTo(new AgentOptions(
                        Path.of("/etc/fleetward-agent"),
                        Path.of("/etc/fleetward-agent"),
                        Path.of("/etc/fleetward-agent/metrics.conf"),
                        false,
                        Path.of("/proc"),
                        false,
                        Duration.ofMinutes(5),
                        false,
                        false));
    }

    @Test
    void takesEveryOption() {
        assertThat(options(
                        "--credentials",
                        "c",
                        "--state",
                        "s",
                        "--metrics",
                        "m",
                        "--proc",
                        "p",
                        "--interval",
                        "1h",
                        "--once",
                        "--dry-run"))
                .isEqualTo(new AgentOptions(
                        Path.of("c"),
                        Path.of("s"),
                        Path.of("m"),
                        true,
                        Path.of("p"),
                        true,
                        Duration.ofHours(1),
                        true,
                        true));
        assertThat(options("--interval", "10s").interval()).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9s", "5", "x", "", "-5m", "1d"})
    void refusesIntervalsThatAreNoneOrTooShort(String interval) {
        assertThat(AgentOptions.parse(List.of("--interval", interval)))
                .isInstanceOfSatisfying(
                        Parsed.Wrong.class,
                        wrong -> assertThat(wrong.problem()).contains("must be a time of 10s or more"));
    }

    @ParameterizedTest
    @CsvSource({"--often, unknown option: --often", "--state, --state needs a value"})
    void refusesWhatItDoesNotKnow(String word, String problem) {
        assertThat(AgentOptions.parse(List.of(word))).isEqualTo(new Parsed.Wrong(problem));
    }

    @Test
    void asksForHelpBeforeAnythingElse() {
        assertThat(AgentOptions.parse(List.of("--once", "--help", "--often"))).isEqualTo(new Parsed.Help());
    }
}
