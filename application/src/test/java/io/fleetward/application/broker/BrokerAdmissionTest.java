// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static io.fleetward.application.broker.FakeDevicePrincipals.allowing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.registry.DevicePrincipal.AssociatedThing;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BrokerAdmissionTest {
    private static final String DEVICE = "cd".repeat(32);

    private final BrokerHarness harness = new BrokerHarness();

    @Test
    void notesEveryAttemptAndEveryEnd() {
        harness.connect("d1").disconnect();
        long now = harness.clock.millis();
        assertThat(harness.facts.all())
                .containsExactly(
                        new BrokerFact.ConnectAttempted(BrokerHarness.HERE, "d1", now, "192.0.2.1"),
                        new BrokerFact.Connected(BrokerHarness.HERE, "d1", now, BrokerHarness.CERTIFICATE, "192.0.2.1"),
                        new BrokerFact.Disconnected(
                                BrokerHarness.HERE,
                                "d1",
                                now,
                                BrokerHarness.CERTIFICATE,
                                "192.0.2.1",
                                now,
                                DisconnectReason.CLIENT_INITIATED_DISCONNECT));
    }

    @Test
    void refusesAConnectThatNoPolicyAllows() {
        register(allowing("iot:Connect", "arn:aws:iot:us-east-1:000000000000:client/other"));
        assertThat(connect("d1").heard()).containsExactly("refused NOT_AUTHORIZED");
        assertThat(harness.facts.of(BrokerFact.AuthorizationFailed.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.action()).isEqualTo("iot:Connect");
                    assertThat(fact.topic()).isNull();
                });
        assertThat(harness.facts.of(BrokerFact.ConnectAttempted.class)).hasSize(1);
    }

    @Test
    void refusesAnInactiveCertificateWithoutAnAnswer() {
        harness.registry.deactivate(BrokerHarness.HERE, DEVICE);
        assertThat(connect("d1").heard()).containsExactly("refused NOT_AUTHORIZED silently");
        assertThat(harness.facts.of(BrokerFact.AuthorizationFailed.class)).hasSize(1);
    }

    @Test
    void refusesAnUnknownCertificateWithoutAnAnswerAndCountsIt() {
        assertThat(connect("d1").heard()).containsExactly("refused NOT_AUTHORIZED silently");
        assertThat(harness.counters.get(Counter.CERTIFICATES_UNKNOWN)).isEqualTo(1);
        assertThat(harness.facts.all()).isEmpty();
    }

    @Test
    void refusesAConnectWhoseWillMayNotBePublished() {
        register("""
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"iot:Connect","Resource":"*"},
                {"Effect":"Allow","Action":"iot:Publish","Resource":"arn:aws:iot:*:*:topic/ok"}]}""");
        assertThat(connectWithWill("ok", false).heard()).containsExactly("connected");
        assertThat(connectWithWill("other", false).heard()).containsExactly("refused NOT_AUTHORIZED");
        assertThat(connectWithWill("ok", true).heard()).containsExactly("refused NOT_AUTHORIZED");
    }

    @Test
    void knowsPersistenceAndWillOfAConnect() {
        register("""
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"iot:Connect","Resource":"*","Condition":
                {"ForAllValues:StringEquals":{"iot:ConnectAttributes":["LastWill"]}}},
                {"Effect":"Allow","Action":"iot:Publish","Resource":"*"}]}""");
        assertThat(connectWithWill("w", false).heard()).containsExactly("connected");
        assertThat(connect("d2").heard()).containsExactly("connected");
        assertThat(harness.connect(BrokerHarness.durable("d3"), DEVICE, harness.first)
                        .heard())
                .containsExactly("refused NOT_AUTHORIZED");
    }

    @Test
    void refusesReservedClientIds() {
        register(allowing("*", "*"));
        assertThat(connect("$d").heard()).containsExactly("refused CLIENT_IDENTIFIER_NOT_VALID");
    }

    @Test
    void answersDeniedSubscriptionsOneByOneAndStays() {
        register("""
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"iot:Connect","Resource":"*"},
                {"Effect":"Allow","Action":"iot:Subscribe","Resource":"arn:aws:iot:*:*:topicfilter/ok/*"}]}""");
        FakeClient client = connect("d1");
        client.subscribe(List.of(
                SubscriptionRequest.of("ok/#", 2),
                SubscriptionRequest.of("secret/#", 0),
                SubscriptionRequest.of("ok/a/b/c/d/e/f/g/h/i", 0),
                SubscriptionRequest.of("ok/#/x", 0)));
        assertThat(client.heard())
                .containsExactly(
                        "connected", "suback [GRANTED_QOS_1, UNSPECIFIED_ERROR, UNSPECIFIED_ERROR, UNSPECIFIED_ERROR]");
        assertThat(harness.facts.of(BrokerFact.AuthorizationFailed.class))
                .singleElement()
                .extracting(BrokerFact.AuthorizationFailed::topic)
                .isEqualTo("secret/#");
    }

    @Test
    void refusesMoreThanEightFiltersInOnePacketAndMoreThanFiftyInAll() {
        register(allowing("*", "*"));
        FakeClient greedy = connect("d1");
        greedy.subscribe(IntStream.range(0, 9)
                .mapToObj(i -> SubscriptionRequest.of("t/" + i, 0))
                .toList());
        assertThat(greedy.heard()).containsExactly("connected", "closed QUOTA_EXCEEDED");
        FakeClient many = connect("d2");
        for (int i = 0; i < 51; i++) {
            many.subscribe("t/" + i, 0);
        }
        assertThat(many.heard()).endsWith("suback [SUCCESS]", "suback [UNSPECIFIED_ERROR]");
    }

    @Test
    void asksForTheSharingFormOfAFilter() {
        register("""
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"iot:Connect","Resource":"*"},
                {"Effect":"Allow","Action":"iot:Subscribe","Resource":"arn:aws:iot:*:*:topicfilter/$share/*/t"}]}""");
        FakeClient client = connect("d1");
        client.subscribe("$share/g/t", 0);
        client.subscribe("$share/g/u", 0);
        client.subscribe("t", 0);
        assertThat(client.heard())
                .containsExactly(
                        "connected", "suback [SUCCESS]", "suback [UNSPECIFIED_ERROR]", "suback [UNSPECIFIED_ERROR]");
    }

    @Test
    void putsANewPolicyInForceAtOnceForLiveConnections() {
        register(allowing("*", "*"));
        FakeClient client = connect("d1");
        client.subscribe("t", 0);
        client.publish("t", "before", 1);
        assertThat(client.heard()).containsExactly("connected", "suback [SUCCESS]", "t=before", "puback");
        register("""
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":"*","Resource":"*"},
                {"Effect":"Deny","Action":"iot:Receive","Resource":"*"}]}""");
        harness.change(Kind.POLICY, "policy");
        client.publish("t", "after", 1);
        assertThat(client.heard()).containsExactly("puback");
        register(allowing("iot:Connect", "*"));
        harness.change(Kind.POLICY_ATTACHMENT, "arn:aws:iot:us-east-1:000000000000:cert/" + DEVICE);
        client.publish("t", "denied", 1);
        assertThat(client.heard()).containsExactly("closed NOT_AUTHORIZED");
    }

    @Test
    void ignoresChangesOfOtherPoliciesAndAccounts() {
        register(allowing("*", "*"));
        FakeClient client = connect("d1");
        register(allowing("iot:Connect", "*"));
        harness.change(Kind.POLICY, "another");
        harness.change(Kind.CERTIFICATE, "ef".repeat(32));
        harness.change(Kind.LOGGING, "000000000000");
        client.publish("t", "still", 1);
        assertThat(client.heard()).containsExactly("connected", "puback");
    }

    @Test
    void endsAConnectionWhenItsCertificateLeavesActive() {
        register(allowing("*", "*"));
        FakeClient client = connect("d1");
        harness.registry.deactivate(BrokerHarness.HERE, DEVICE);
        harness.change(Kind.CERTIFICATE, DEVICE);
        assertThat(client.heard()).containsExactly("connected", "closed NOT_AUTHORIZED");
        assertThat(harness.facts.of(BrokerFact.Disconnected.class).getLast().reason())
                .isEqualTo(DisconnectReason.AUTH_ERROR);
    }

    @Test
    void endsAConnectionWhenItsCertificateIsDeleted() {
        register(allowing("*", "*"));
        FakeClient client = connect("d1");
        harness.registry.delete(DEVICE);
        harness.change(Kind.CERTIFICATE, DEVICE);
        assertThat(client.heard()).containsExactly("connected", "closed NOT_AUTHORIZED");
    }

    @Test
    void usesTheThingOfAnExclusiveAttachmentInPoliciesAndEvents() {
        var thing = new AssociatedThing("pump-7", "pump", Map.of("zone", "z1"), true);
        harness.registry.register(BrokerHarness.HERE, DEVICE, """
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":["iot:Connect","iot:Subscribe","iot:Receive"],"Resource":"*"},
                {"Effect":"Allow","Action":"iot:Publish",
                "Resource":"arn:aws:iot:*:*:topic/${iot:Connection.Thing.ThingName}/${iot:ClientId}"}]}""", thing);
        FakeClient watcher = watcher("$aws/events/presence/connected/+");
        FakeClient client = connect("d1");
        client.publish("pump-7/d1", "x", 1);
        client.publish("other/d1", "x", 1);
        assertThat(client.heard()).containsExactly("connected", "puback", "closed NOT_AUTHORIZED");
        assertThat(event(watcher).path("thingName").asString()).isEqualTo("pump-7");
    }

    @Test
    void tellsSubscribersWhoConnectsAndDisconnects() {
        register(allowing("*", "*"));
        FakeClient watcher = watcher("$aws/events/presence/#");
        connect("d1").loseConnection();
        List<String> heard = watcher.heard();
        assertThat(heard).hasSize(2);
        JsonNode connected = json(heard.getFirst());
        assertThat(heard.getFirst()).startsWith("$aws/events/presence/connected/d1=");
        assertThat(connected.path("clientId").asString()).isEqualTo("d1");
        assertThat(connected.path("timestamp").asLong()).isEqualTo(harness.clock.millis());
        assertThat(connected.path("eventType").asString()).isEqualTo("connected");
        assertThat(connected.path("principalIdentifier").asString()).isEqualTo(DEVICE);
        assertThat(connected.path("ipAddress").asString()).isEqualTo("192.0.2.1");
        assertThat(connected.path("versionNumber").asLong()).isZero();
        assertThat(connected.has("thingName")).isFalse();
        JsonNode disconnected = json(heard.getLast());
        assertThat(heard.getLast()).startsWith("$aws/events/presence/disconnected/d1=");
        assertThat(disconnected.path("sessionIdentifier")).isEqualTo(connected.path("sessionIdentifier"));
        assertThat(disconnected.path("clientInitiatedDisconnect").asBoolean()).isFalse();
        assertThat(disconnected.path("disconnectReason").asString()).isEqualTo("CONNECTION_LOST");
        assertThat(disconnected.has("ipAddress")).isFalse();
        connect("d1");
        assertThat(event(watcher).path("versionNumber").asLong()).isEqualTo(1);
    }

    @Test
    void tellsSubscribersOfRefusedConnectsAndOfSubscriptions() {
        FakeClient watcher = watcher("$aws/events/#");
        harness.registry.deactivate(BrokerHarness.HERE, DEVICE);
        connect("d1");
        String refused = watcher.heard().getFirst();
        assertThat(refused).startsWith("$aws/events/presence/connect_failed/d1=");
        assertThat(json(refused).path("connectFailureReason").asString()).isEqualTo("AUTHORIZATION_FAILED");
        register(allowing("*", "*"));
        FakeClient client = connect("d1");
        client.subscribe("a/b", 0);
        client.unsubscribe("a/b");
        List<String> heard = watcher.heard();
        assertThat(heard.get(1)).startsWith("$aws/events/subscriptions/subscribed/d1=");
        assertThat(json(heard.get(1)).path("topics").toString()).isEqualTo("[\"a/b\"]");
        assertThat(heard.get(2)).startsWith("$aws/events/subscriptions/unsubscribed/d1=");
    }

    @Test
    void saysNothingOfClientsWhoseIdDoesNotFitIntoATopic() {
        register(allowing("*", "*"));
        FakeClient watcher = watcher("$aws/events/#");
        connect("a+b").disconnect();
        connect("a#b").disconnect();
        assertThat(watcher.heard()).isEmpty();
    }

    @Test
    void hidesEventsFromThoseWhoSubscribeToEverything() {
        FakeClient watcher = watcher("#");
        register(allowing("*", "*"));
        connect("d1").disconnect();
        assertThat(watcher.heard()).isEmpty();
    }

    private void register(String policy) {
        harness.registry.register(BrokerHarness.HERE, DEVICE, policy);
    }

    private FakeClient connect(String clientId) {
        return harness.connect(BrokerHarness.request(clientId), DEVICE, harness.first);
    }

    private FakeClient connectWithWill(String topic, boolean isRetain) {
        var will = FakeClient.message(topic, "gone", 0, isRetain);
        return harness.connect(BrokerHarness.withWill("d1", will), DEVICE, harness.first);
    }

    private FakeClient watcher(String filter) {
        FakeClient watcher = harness.connect("+watcher");
        watcher.subscribe(filter, 0);
        watcher.heard();
        return watcher;
    }

    private static JsonNode event(FakeClient watcher) {
        return json(watcher.heard().getFirst());
    }

    private static JsonNode json(String heard) {
        return new JsonMapper().readTree(heard.substring(heard.indexOf('=') + 1));
    }
}
