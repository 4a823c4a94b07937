// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.application.broker.Broker;
import io.fleetward.application.broker.BrokerCounters;
import io.fleetward.application.broker.BrokerPorts;
import io.fleetward.application.broker.DevicePublishing;
import io.fleetward.application.broker.FakeDevicePrincipals;
import io.fleetward.application.broker.InMemoryRetainedStore;
import io.fleetward.application.broker.InMemorySessionStore;
import io.fleetward.application.broker.RecordedFacts;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.http.HttpLimits;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.edge.loop.EdgeLoops;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.netty.pkitesting.X509Bundle;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** A whole edge with a real broker on free ports, in front of a registry the test writes down. */
final class TestEdge implements AutoCloseable {
    static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");

    final Pki pki = new Pki();
    final FakeDevicePrincipals registry = new FakeDevicePrincipals();
    final RecordedFacts facts = new RecordedFacts();
    final BrokerCounters counters = new BrokerCounters();
    final Broker broker;

    private final RealTimers timers = new RealTimers();
    private final EdgeLoops loops;
    private final Edge edge;

    TestEdge() {
        this(
                BrokerLimits.AWS,
                request -> HttpResponse.of(200, "text/plain", request.method() + " " + request.target()));
    }

    TestEdge(BrokerLimits limits, HttpHandler api) {
        InstantSource clock = InstantSource.system();
        loops = new EdgeLoops(2, clock);
        var ids = new Ids(new SecureRandom());
        var transactions = new InMemoryTransactions();
        var ports = new BrokerPorts(
                clock,
                timers,
                ids,
                loops,
                facts,
                transactions,
                registry,
                transactions,
                new InMemorySessionStore(),
                new InMemoryRetainedStore());
        broker = new Broker(ports, limits, counters, List.of());
        broker.start();
        var publishing = new DevicePublishing(clock, transactions, registry, broker, facts);
        var handlers = new EdgeHandlers(
                broker,
                publishing,
                api,
                pki.serverTls(),
                name -> name.equals("data.here.test") ? HERE : name.equals("data.there.test") ? THERE : null,
                counters,
                ids);
        var http = new HttpLimits(4_096, 8_192, 100_000, 2_000, 5_000, 16);
        edge = new Edge(new EdgeConfig("127.0.0.1", 0, 0, 0, null, 2_000, http), loops, handlers);
        open();
    }

    int port(Listener listener) {
        return edge.port(listener);
    }

    String mqttUri() {
        return "ssl://localhost:" + port(Listener.MQTT);
    }

    /** A new device whose certificate is registered here with that policy. */
    X509Bundle device(String name, String policy) {
        X509Bundle device = Pki.device(name);
        registry.register(HERE, Pki.idOf(device), policy);
        return device;
    }

    /** A new device that may do everything. */
    X509Bundle device(String name) {
        return device(name, FakeDevicePrincipals.allowing("*", "*"));
    }

    @Override
    public void close() {
        edge.closeListeners();
        broker.stop().toCompletableFuture().join();
        edge.close();
        loops.close();
        timers.close();
    }

    private void open() {
        try {
            edge.open();
        } catch (CannotListenException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
