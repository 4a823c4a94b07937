// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.events.BusEvent;
import io.fleetward.application.events.EventSink;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.registry.RegistryChange.Kind;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LiveSourcesTest {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");

    private final VirtualClock clock = VirtualClock.atStart();
    private final LiveEvents live = new LiveEvents(clock, new Ids(new Random(1)));
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final List<BusEvent> onTheBus = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsOfClientsThatComeAndGo() {
        var connections = new LiveConnections(live);
        connections.accept(new BrokerFact.Connected(HERE, "unseen", 1, "cert", "192.0.2.1"));
        watch();
        connections.accept(List.of(
                new BrokerFact.ConnectAttempted(HERE, "pump-7", 1, "192.0.2.1"),
                new BrokerFact.Connected(HERE, "pump-7", 1, "cert", "192.0.2.1"),
                new BrokerFact.MessageReceived(HERE, "pump-7", 2, "a", 1, "192.0.2.1"),
                new BrokerFact.Disconnected(
                        HERE, "pump-7", 3, "cert", "192.0.2.1", 1, DisconnectReason.CONNECTION_LOST)));
        assertThat(told)
                .containsExactly("CONNECTION pump-7 connected", "CONNECTION pump-7 disconnected: CONNECTION_LOST");
    }

    @Test
    void tellsOfTheRegistry() {
        var registry = new LiveRegistry(live, clock);
        registry.onChange(new RegistryChange(HERE, Kind.THING, "unseen"));
        watch();
        registry.onChange(new RegistryChange(HERE, Kind.THING_GROUP, "pumps"));
        assertThat(told).containsExactly("REGISTRY pumps thing-group");
    }

    @Test
    void tellsWhatDetectAndAuditLeaveForTheBusAndLeavesItThere() {
        var sink = new LiveBus(new Bus(), live);
        put(sink, "Detect Violation", "{'violationId':'unseen','violationEventType':'in-alarm'}");
        assertThat(sink.isHeard(HERE)).isFalse();
        watch();
        assertThat(sink.isHeard(HERE)).isTrue();
        put(sink, "Detect Violation", "{'violationId':'v1','violationEventType':'in-alarm'}");
        put(sink, "AWS API Call via CloudTrail", "{'requestParameters':{'violationId':'v1'}}");
        put(sink, "Audit Task State Change", "{'taskId':'t1','taskStatus':'IN_PROGRESS'}");
        put(sink, "Audit Check Completed", "{'taskId':'t1','checkName':'LOGGING_DISABLED_CHECK'}");
        put(sink, "Audit Finding", "{'taskId':'t1','findingId':'f1'}");
        put(sink, "Something Else", "{}");

        assertThat(told)
                .containsExactly(
                        "ALARM v1 in-alarm",
                        "ALARM v1 verified",
                        "AUDIT t1 in-progress",
                        "AUDIT t1 check: LOGGING_DISABLED_CHECK",
                        "AUDIT t1 finding: f1");
        assertThat(onTheBus).hasSize(7);
    }

    private void put(LiveBus sink, String type, String detail) {
        var tree = (ObjectNode) JsonMapper.shared().readTree(detail.replace('\'', '"'));
        transactions.change(tx -> sink.put(tx, HERE, new BusEvent("any", type, clock.instant(), List.of(), tree)));
    }

    private void watch() {
        live.watch(
                HERE,
                new LiveWatcher() {
                    @Override
                    public void onEvent(String id, LiveEvent event) {
                        told.add(event.kind() + " " + event.id() + " " + event.change());
                    }

                    @Override
                    public void onReset(String id) {
                        assertThat(id).isNotEmpty();
                    }
                },
                null);
    }

    private final class Bus implements EventSink {
        @Override
        public Consumer<Tx> putting(AccountRegion scope, List<BusEvent> events) {
            return _ -> onTheBus.addAll(events);
        }

        @Override
        public boolean isHeard(AccountRegion scope) {
            return false;
        }
    }
}
