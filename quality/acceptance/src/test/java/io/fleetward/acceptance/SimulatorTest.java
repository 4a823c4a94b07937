// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.acceptance.Commands.Outcome;
import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Environment;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorTest {
    private static final Duration PERIOD = Duration.ofSeconds(4);

    @TempDir
    Path folder;

    @Test
    void theReferenceProfilesFindEveryAttackThatRulesCanFindAndNothingElse() throws Exception {
        try (var server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD)) {
            Path truth = folder.resolve("truth.jsonl");
            Outcome outcome = simulate(
                    server.environment(),
                    "--devices",
                    "40",
                    "--minutes",
                    "30",
                    "--seed",
                    "7",
                    "--ground-truth",
                    truth.toString());
            assertThat(outcome.output()).contains("recall 1.000, 0 false alarms");
            assertThat(outcome.exitCode()).isZero();
            assertThat(Files.readAllLines(truth))
                    .hasSize(9)
                    .anyMatch(line ->
                            line.contains("\"attack\":\"HIDDEN_BEACON\"") && line.contains("\"ruleDetectable\":false"));
        }
    }

    @Test
    void powerCutsInTheMiddleLoseNoAlarmAndTellNoneTwice() throws Exception {
        ServerProcess server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD);
        try {
            Environment environment = server.environment();
            var outcome = new FutureTask<>(
                    () -> simulate(environment, "--devices", "40", "--minutes", "50", "--seed", "11", "--keep"));
            Thread.ofVirtual().start(outcome);
            var told = new HashSet<String>();
            for (int cut = 0; cut < 2; cut++) {
                await().until(() -> raised(environment).size() > told.size() || outcome.isDone());
                assertThat(outcome.state())
                        .as("of %s", outcome.isDone() ? outcome.get().output() : "the simulation")
                        .isEqualTo(Future.State.RUNNING);
                told.addAll(raised(environment));
                server.kill();
                server = ServerProcess.start(Commands.SERVER, folder.resolve("data"), PERIOD, portsOf(environment));
            }
            assertThat(outcome.get().output()).contains(", 0 false alarms");
            assertThat(raised(environment)).as("alarms told before a power cut").containsAll(told);
            try (var aws = new AwsClients(environment)) {
                await().untilAsserted(() ->
                        assertThat(Episodes.read(aws.iot()).contradictions()).isEmpty());
            }
        } finally {
            server.close();
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(200));
    }

    private static Set<String> raised(Environment environment) {
        try (var aws = new AwsClients(environment)) {
            return Episodes.read(aws.iot()).isActiveById().keySet();
        }
    }

    private static String[] portsOf(Environment environment) {
        return new String[] {
            "--http-port", Integer.toString(environment.endpoint().getPort()),
            "--mqtt-port", Integer.toString(environment.mqttPort())
        };
    }

    private static Outcome simulate(Environment environment, String... options) throws Exception {
        var words = new ArrayList<>(Commands.SIMULATOR);
        words.addAll(List.of(options));
        words.addAll(List.of("--metric-period", PERIOD.toSeconds() + "s"));
        return Commands.run(words, environment.variables());
    }
}
