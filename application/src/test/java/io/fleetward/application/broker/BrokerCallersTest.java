// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static io.fleetward.application.broker.BrokerHarness.HERE;
import static io.fleetward.application.broker.BrokerHarness.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Role;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that were opened by a signature. */
class BrokerCallersTest {
    private static final String KEY = "AKIAOPERATOR";
    private static final String ARN = "arn:aws:iam::000000000000:user/maria";

    private final BrokerHarness harness = new BrokerHarness();

    @ParameterizedTest
    @EnumSource(names = {"OPERATOR", "ADMINISTRATOR"})
    void letsACallerDoWhatItsRoleAllows(Role role) {
        FakeClient maria = connect(role);
        maria.subscribe("a", 1);
        maria.retain("a", "hi", 1);
        assertThat(maria.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]", "a=hi qos1", "puback");
        assertThat(harness.facts.of(BrokerFact.Connected.class))
                .extracting(BrokerFact.Connected::principalId)
                .containsExactly("maria");
        assertThat(harness.broker().list(HERE))
                .singleElement()
                .satisfies(live -> assertThat(live.principalId()).isEqualTo("maria"));
    }

    @ParameterizedTest
    @EnumSource(names = {"READ_ONLY", "ANALYST"})
    void refusesACallerWhoseRoleMayNotUseData(Role role) {
        FakeClient watcher = harness.connect("w");
        watcher.subscribe("$aws/events/presence/+/maria-1", 0);
        watcher.heard();
        assertThat(connect(role).heard()).containsExactly("refused NOT_AUTHORIZED");
        assertThat(watcher.heard())
                .singleElement()
                .asString()
                .startsWith("$aws/events/presence/connect_failed/maria-1={")
                .contains("\"principalIdentifier\":\"maria\"", "\"connectFailureReason\":\"AUTHORIZATION_FAILED\"");
        assertThat(harness.facts.of(BrokerFact.AuthorizationFailed.class))
                .extracting(BrokerFact.AuthorizationFailed::action)
                .containsExactly("iot:Connect");
    }

    @Test
    void deniesEverythingOnceTheKeyIsSwitchedOff() {
        FakeClient maria = connect(Role.OPERATOR);
        maria.subscribe("a", 0);
        maria.heard();
        harness.keys.remove(KEY);
        harness.connect("d1").publish("a", "not for her", 0);
        assertThat(maria.heard()).isEmpty();
        maria.publish("a", "not from her", 0);
        assertThat(maria.heard()).containsExactly("closed NOT_AUTHORIZED");
        assertThat(connect(new Peer.Signed(caller())).heard()).containsExactly("refused NOT_AUTHORIZED silently");
    }

    @Test
    void followsTheRoleOfTheKey() {
        FakeClient maria = connect(Role.OPERATOR);
        maria.publish("a", "still may", 1);
        give(Role.READ_ONLY);
        maria.publish("a", "may not any more", 1);
        assertThat(maria.heard()).containsExactly("connected", "puback", "closed NOT_AUTHORIZED");
    }

    @Test
    void endsTheConnectionAfterADay() {
        FakeClient watcher = harness.connect("w");
        watcher.subscribe("will", 0);
        watcher.heard();
        give(Role.OPERATOR);
        FakeClient maria = harness.connect(
                BrokerHarness.withWill("maria-1", FakeClient.message("will", "gone", 0, false)),
                new Peer.Signed(caller()),
                harness.first);
        harness.pass(Duration.ofHours(24).minusSeconds(1));
        assertThat(maria.heard()).containsExactly("connected");
        harness.pass(Duration.ofSeconds(1));
        assertThat(maria.heard()).containsExactly("closed NOT_AUTHORIZED");
        assertThat(watcher.heard()).containsExactly("will=gone");
        assertThat(harness.facts.of(BrokerFact.Disconnected.class))
                .extracting(BrokerFact.Disconnected::reason)
                .containsExactly(DisconnectReason.WEBSOCKET_TTL_EXPIRATION);
    }

    @Test
    void letsADeviceStayLongerThanADay() {
        FakeClient device = harness.connect("d1");
        harness.pass(Duration.ofHours(25));
        assertThat(device.heard()).containsExactly("connected");
    }

    @Test
    void isNotConcernedByChangesOfTheRegistry() {
        FakeClient maria = connect(Role.OPERATOR);
        harness.change(RegistryChange.Kind.THING_PRINCIPAL, "t1");
        harness.change(RegistryChange.Kind.CERTIFICATE, BrokerHarness.CERTIFICATE);
        maria.publish("a", "still may", 1);
        assertThat(maria.heard()).containsExactly("connected", "puback");
    }

    @Test
    void saysThatThereAreNoCustomAuthorizers() {
        assertThat(connect(new Peer.Vouched("192.0.2.1")).heard()).containsExactly("refused NOT_AUTHORIZED");
        assertThat(harness.counters.get(Counter.CONNECTIONS_REFUSED)).isOne();
        assertThat(harness.facts.all()).isEmpty();
    }

    private FakeClient connect(Role role) {
        give(role);
        return connect(new Peer.Signed(caller()));
    }

    private FakeClient connect(Peer peer) {
        return harness.connect(request("maria-1"), peer, harness.first);
    }

    private void give(Role role) {
        harness.keys.put(KEY, new Credential(KEY, new AccessKeySecret("secret"), HERE.account(), ARN, role));
    }

    /** Who it was when the connection was opened, whatever the role is by now. */
    private static Caller caller() {
        return new Caller(HERE, ARN, KEY, Role.ADMINISTRATOR, "192.0.2.1");
    }
}
