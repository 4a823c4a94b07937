// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.iot.model.ThingAttribute;

class DurabilityTest {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 60;

    @TempDir
    Path folder;

    @Test
    void everyThingThatWasAcknowledgedIsThereAfterAPowerCut() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        createThingsUntilKilled(acknowledged);
        try (var server = start();
                var aws = new AwsClients(server.environment())) {
            List<String> stored = aws.iot().listThingsPaginator().things().stream()
                    .map(ThingAttribute::thingName)
                    .toList();
            assertThat(stored).containsAll(acknowledged);
            assertThat(stored.size() - acknowledged.size())
                    .as("at most the unacknowledged request of each writer may be there besides")
                    .isBetween(0, WRITERS);
        }
    }

    private void createThingsUntilKilled(Queue<String> acknowledged) throws Exception {
        ServerProcess server = start();
        try (var aws = new AwsClients(server.environment())) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = "thing-" + writer + "-";
                Thread.ofVirtual().start(() -> createThings(aws, prefix, acknowledged));
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() >= ENOUGH);
            server.kill();
        }
    }

    private static void createThings(AwsClients aws, String prefix, Queue<String> acknowledged) {
        try {
            for (int i = 0; true; i++) {
                String name = prefix + i;
                aws.iot().createThing(r -> r.thingName(name));
                acknowledged.add(name);
            }
        } catch (SdkException | IllegalStateException killed) {
            assertThat(killed).isNotNull();
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5));
    }
}
