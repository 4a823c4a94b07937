// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.identity.Credential;
import io.fleetward.application.registry.RegistryChange;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.broker.session.MqttVersion;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A broker on two loops that run when the test says so, a clock the test turns, and stores whose writes the test may
 * hold, fail or lose.
 */
final class BrokerHarness {
    static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");
    static final String CERTIFICATE = "ab".repeat(32);

    final VirtualClock clock = VirtualClock.atStart();
    final VirtualTimers timers = new VirtualTimers(clock);
    final FakeDevicePrincipals registry = new FakeDevicePrincipals();
    final RecordedFacts facts = new RecordedFacts();
    final BrokerCounters counters = new BrokerCounters();
    final HeldTransactions disk = new HeldTransactions();
    final Map<String, Credential> keys = new HashMap<>();
    final StepLoop first = new StepLoop(clock);
    final StepLoop second = new StepLoop(clock);

    private final InMemorySessionStore sessions = new InMemorySessionStore();
    private final InMemoryRetainedStore retained = new InMemoryRetainedStore();
    private final BrokerLimits limits;
    private final List<ReservedTopicHandler> reserved;
    private Broker broker;

    BrokerHarness() {
        this(BrokerLimits.AWS, List.of());
    }

    BrokerHarness(BrokerLimits limits, List<ReservedTopicHandler> reserved) {
        this.limits = limits;
        this.reserved = reserved;
        registry.register(HERE, CERTIFICATE, FakeDevicePrincipals.allowing("*", "*"));
        broker = start();
    }

    Broker broker() {
        return broker;
    }

    /** Ends the process without any good-bye and starts another one on what is on disk. */
    void crashAndRestart() {
        disk.crash();
        broker = start();
        settle();
    }

    /** A connection on the first loop with the certificate that may do everything. */
    FakeClient connect(String clientId) {
        return connect(request(clientId));
    }

    /** As {@link #connect(String)}, asking for a session that outlives the connection. */
    FakeClient connectDurably(String clientId) {
        return connect(durable(clientId));
    }

    FakeClient connect(ConnectRequest request) {
        return connect(request, CERTIFICATE, first);
    }

    FakeClient connect(ConnectRequest request, String certificateId, StepLoop loop) {
        return connect(request, new Peer.Device(certificateId, "192.0.2.1", null, null), loop);
    }

    FakeClient connect(ConnectRequest request, Peer peer, StepLoop loop) {
        var client = new FakeClient(this, loop);
        loop.execute(() -> {
            var _ = broker.connect(peer, request, client).thenAccept(client::outcome);
        });
        settle();
        return client;
    }

    static ConnectRequest request(String clientId) {
        return new ConnectRequest(MqttVersion.MQTT_3_1_1, clientId, true, 0, 60, null, 65_535, 268_435_460, 0);
    }

    static ConnectRequest withWill(String clientId, @Nullable Message will) {
        return new ConnectRequest(MqttVersion.MQTT_3_1_1, clientId, true, 0, 60, will, 65_535, 268_435_460, 0);
    }

    static ConnectRequest durable(String clientId) {
        return new ConnectRequest(MqttVersion.MQTT_3_1_1, clientId, false, 0, 60, null, 65_535, 268_435_460, 0);
    }

    static ConnectRequest five(String clientId, boolean isCleanStart, long expiry) {
        return new ConnectRequest(MqttVersion.MQTT_5, clientId, isCleanStart, expiry, 60, null, 65_535, 268_435_460, 0);
    }

    /** The registry changed: tells the broker and lets it react. */
    void change(RegistryChange.Kind kind, String name) {
        broker.registryListener().onChange(new RegistryChange(HERE, kind, name));
        pass(Duration.ofMillis(1));
    }

    /** Lets time pass. */
    void pass(Duration step) {
        timers.advance(step);
        settle();
    }

    /** Runs loops and writes until nothing moves any more. */
    void settle() {
        boolean moved;
        do {
            moved = first.run();
            moved |= second.run();
            moved |= disk.run();
        } while (moved);
    }

    private Broker start() {
        var ids = new Ids(new Random(1));
        var turn = new int[1];
        var ports = new BrokerPorts(
                clock,
                timers,
                ids,
                () -> turn[0]++ % 2 == 0 ? first : second,
                facts,
                keys::get,
                new InMemoryTransactions(),
                registry,
                disk,
                sessions,
                retained);
        var started = new Broker(ports, limits, counters, reserved);
        started.start();
        return started;
    }
}
