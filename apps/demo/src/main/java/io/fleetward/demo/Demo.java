// SPDX-License-Identifier: Apache-2.0
package io.fleetward.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * {@code fleetward demo}: starts a server on a throw-away data folder and performs both experiments on it.
 *
 * <p>Arguments: the server's command (one argument per word) up to {@code --}, then {@code --headless} to stop the
 * server afterwards and to exit 0 only if every step held. Without it the server stays up for the reader to look
 * around until Ctrl-C.
 */
public final class Demo {
    /** The demo's metric period; the default of five minutes would make experiment B as slow. */
    private static final Duration METRIC_PERIOD = Duration.ofSeconds(10);

    private static final String USAGE = "usage: fleetward demo [--headless]";

    private Demo() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        int split = words.indexOf("--");
        List<String> options = words.subList(split + 1, words.size());
        if (options.contains("--help") || options.contains("-h")) {
            System.out.println(USAGE + System.lineSeparator()
                    + "Performs both experiments on a throw-away server; --headless exits 0 only if every step held.");
            return;
        }
        List<String> unknown =
                options.stream().filter(option -> !"--headless".equals(option)).toList();
        if (split < 1 || !unknown.isEmpty()) {
            System.err.println("fleetward demo: unknown option " + unknown + "; " + USAGE);
            System.exit(2);
        }
        System.exit(run(words.subList(0, split), options.contains("--headless")));
    }

    private static int run(List<String> serverCommand, boolean headless) throws Exception {
        Path folder = Files.createTempDirectory("fleetward-demo-");
        var steps = new Steps(System.out);
        try (var server = ServerProcess.start(serverCommand, folder.resolve("data"), METRIC_PERIOD)) {
            steps.say(
                    "Server ready in " + server.startUp().toMillis() + " ms on a throw-away data folder, metric period "
                            + METRIC_PERIOD.toSeconds() + " s (default: 5 min).");
            try (var clients = new AwsClients(server.environment())) {
                new AuditExperiment(steps, clients).perform();
                new DetectExperiment(steps, clients, server.environment(), METRIC_PERIOD).perform();
            }
            steps.sum();
            if (!headless) {
                steps.say("The server stays up; in another shell: eval \"$(./fleetward env --data "
                        + folder.resolve("data") + ")\". Ctrl-C ends it.");
                server.waitFor();
            }
        } catch (StepFailed | SdkException | MqttException failure) {
            steps.say("FAILED: " + failure.getMessage());
            return 1;
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }
}
