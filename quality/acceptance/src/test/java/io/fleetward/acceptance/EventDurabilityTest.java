// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.demo.ServerProcess;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the server while clients put events: a webhook gets every event that was acknowledged. */
class EventDurabilityTest {
    private static final int ENOUGH = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ServiceModels models = new ServiceModels();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Set<String> received = ConcurrentHashMap.newKeySet();

    @Test
    void theWebhookGetsWhatWasAcknowledgedBeforeTheKill() throws Exception {
        try (var webhook = new Webhook(event -> received.add(event.path("id").asString()));
                var http = HttpClient.newHttpClient()) {
            ServerProcess server = start();
            Tenant tenant = tenant(http, server);
            webhook.listen(tenant, "{\"source\":[\"test\"]}");
            Thread.ofVirtual().start(() -> putForever(tenant));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> acknowledged.size() >= ENOUGH);
            server.kill();

            try (ServerProcess again = start()) {
                assertThat(again.environment().endpoint()).isNotNull();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(received).containsAll(acknowledged));
            }
        }
    }

    private void putForever(Tenant tenant) {
        try {
            while (true) {
                JsonNode put = tenant.ok(
                        AwsService.EVENTS,
                        "PutEvents",
                        "{'Entries':[{'Source':'test','DetailType':'Test','Detail':'{}'}]}");
                acknowledged.add(put.at("/Entries/0/EventId").asString());
            }
        } catch (AssertionError killed) {
            assertThat(killed).hasMessageContaining("got no answer");
        }
    }

    private Tenant tenant(HttpClient http, ServerProcess server) {
        return new Tenant(http, models, server.environment().endpoint(), "111122223333", "us-east-1");
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5), "--dev-accounts");
    }
}
