// SPDX-License-Identifier: Apache-2.0
package io.fleetward.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.fleetward.acceptance.Tenant.Reply;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.model.Operation;
import io.fleetward.aws.api.model.ServiceModels;
import io.fleetward.demo.ServerProcess;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.createContext("/", exchange -> {
            JsonNode event = JsonMapper.shared().readTree(exchange.getRequestBody());
            received.add(event.path("id").asString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        webhook.start();
        try (var http = HttpClient.newHttpClient()) {
            ServerProcess server = start();
            Tenant tenant = tenant(http, server);
            furnish(tenant, webhook.getAddress().getPort());
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
        } finally {
            webhook.stop(0);
        }
    }

    private void furnish(Tenant tenant, int port) {
        String connection = call(
                        tenant,
                        "CreateConnection",
                        "{'Name':'c','AuthorizationType':'API_KEY','AuthParameters':{'ApiKeyAuthParameters':"
                                + "{'ApiKeyName':'X-Key','ApiKeyValue':'v'}}}")
                .path("ConnectionArn")
                .asString();
        String destination = call(
                        tenant,
                        "CreateApiDestination",
                        "{'Name':'hook','HttpMethod':'POST','ConnectionArn':'" + connection
                                + "','InvocationEndpoint':'http://127.0.0.1:" + port + "/'}")
                .path("ApiDestinationArn")
                .asString();
        call(tenant, "PutRule", "{'Name':'all','EventPattern':'{\\\"source\\\":[\\\"test\\\"]}'}");
        call(tenant, "PutTargets", "{'Rule':'all','Targets':[{'Id':'hook','Arn':'" + destination + "'}]}");
    }

    private void putForever(Tenant tenant) {
        try {
            while (true) {
                JsonNode put =
                        call(tenant, "PutEvents", "{'Entries':[{'Source':'test','DetailType':'Test','Detail':'{}'}]}");
                acknowledged.add(put.at("/Entries/0/EventId").asString());
            }
        } catch (AssertionError killed) {
            assertThat(killed).hasMessageContaining("got no answer");
        }
    }

    private JsonNode call(Tenant tenant, String name, String members) {
        Operation operation =
                Objects.requireNonNull(models.of(AwsService.EVENTS).operations().get(name), name);
        Reply reply = tenant.call(operation, (ObjectNode) JsonMapper.shared().readTree(members.replace('\'', '"')));
        assertThat(reply.isSuccess()).as("%s: %s", name, reply).isTrue();
        return JsonMapper.shared().readTree(reply.body());
    }

    private Tenant tenant(HttpClient http, ServerProcess server) {
        return new Tenant(http, models, server.environment().endpoint(), "111122223333", "us-east-1");
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(Commands.SERVER, folder.resolve("data"), Duration.ofMinutes(5), "--dev-accounts");
    }
}
