// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.connection.ConnectionLog;
import io.fleetward.application.audit.connection.ConnectionRecorder;
import io.fleetward.application.audit.connection.InMemoryRecordedConnections;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConnectionLogOperationsTest {
    private final VirtualClock clock = VirtualClock.atStart();
    private final InMemoryTransactions store = new InMemoryTransactions();
    private final InMemoryRecordedConnections connections = new InMemoryRecordedConnections();
    private final ConnectionRecorder recorder =
            new ConnectionRecorder(store, connections, clock, new VirtualTimers(clock));
    private final ApiHarness api = ApiHarness.of(
            clock,
            new ConnectionLogOperations(new ConnectionLog(store, connections, recorder), new PageTokens(new byte[32])));

    @AfterEach
    void stop() {
        recorder.close();
    }

    @Test
    void tellsWhoIsConnectedAndWhyOthersAreNot() {
        recorder.start();
        connect("pump-1");
        clock.advance(Duration.ofSeconds(5));
        connect("pump-2");
        clock.advance(Duration.ofSeconds(5));
        disconnect("pump-1", 10, DisconnectReason.MQTT_KEEP_ALIVE_TIMEOUT);

        JsonNode all = list("").path("connections");
        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("clientId").stringValue()).isEqualTo("pump-2");
        assertThat(all.path(0).has("disconnectedAt")).isFalse();
        assertThat(all.path(1).path("clientId").stringValue()).isEqualTo("pump-1");
        assertThat(all.path(1).path("principalId").stringValue()).isEqualTo("certificate");
        assertThat(all.path(1).path("sourceIp").stringValue()).isEqualTo("192.0.2.1");
        assertThat(all.path(1).path("disconnectReason").stringValue()).isEqualTo("MQTT_KEEP_ALIVE_TIMEOUT");
        assertThat(list(",\"connectedOnly\":true").path("connections")).hasSize(1);
        assertThat(list(",\"clientId\":\"pump-1\"").path("connections")).hasSize(1);
    }

    @Test
    void givesOnePageAfterTheOther() {
        recorder.start();
        connect("a");
        connect("b");

        JsonNode first = list(",\"maxResults\":1");
        String token = first.path("nextToken").stringValue();
        JsonNode second = list(",\"maxResults\":1,\"nextToken\":\"" + token + "\"");

        assertThat(first.at("/connections/0/clientId").stringValue()).isEqualTo("a");
        assertThat(second.at("/connections/0/clientId").stringValue()).isEqualTo("b");
        assertThat(second.has("nextToken")).isFalse();
    }

    @Test
    void refusesASpanThatEndsBeforeItBegins() {
        var answer = api.call(AwsService.FLEETWARD, "ListConnections", "{\"startTime\":9,\"endTime\":9}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(answer.body()).contains("startTime");
    }

    private JsonNode list(String further) {
        long now = clock.instant().getEpochSecond();
        return api.call(
                        AwsService.FLEETWARD,
                        "ListConnections",
                        "{\"startTime\":" + (now - 60) + ",\"endTime\":" + (now + 60) + further + "}")
                .json();
    }

    private void connect(String clientId) {
        recorder.accept(List.of(
                new BrokerFact.Connected(ApiHarness.SCOPE, clientId, clock.millis(), "certificate", "192.0.2.1")));
    }

    private void disconnect(String clientId, int secondsAgo, DisconnectReason reason) {
        recorder.accept(List.of(new BrokerFact.Disconnected(
                ApiHarness.SCOPE,
                clientId,
                clock.millis(),
                "certificate",
                "192.0.2.1",
                clock.millis() - 1_000L * secondsAgo,
                reason)));
    }
}
