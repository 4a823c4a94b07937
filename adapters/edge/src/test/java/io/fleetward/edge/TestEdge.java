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
import io.fleetward.application.identity.AccessKeySecret;
import io.fleetward.application.identity.Caller;
import io.fleetward.application.identity.Credential;
import io.fleetward.application.identity.Role;
import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.edge.http.HttpHandler;
import io.fleetward.edge.http.HttpLimits;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.edge.loop.EdgeLoops;
import io.fleetward.edge.websocket.SignedCallers.Verdict;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.netty.pkitesting.X509Bundle;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.jspecify.annotations.Nullable;

/** A whole edge with a real broker on free ports, in front of a registry the test writes down. */
final class TestEdge implements AutoCloseable {
    static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");

    final Pki pki = new Pki();
    final FakeDevicePrincipals registry = new FakeDevicePrincipals();
    final RecordedFacts facts = new RecordedFacts(this::endBursts);
    final BrokerCounters counters = new BrokerCounters();
    final TestClock clock = new TestClock();
    final Map<String, Credential> keys = new ConcurrentHashMap<>();
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
        this(limits, api, 10_000);
    }

    /**
     * An edge with its own patience.
     *
     * @param patienceMillis how long a client may take to its handshake, to its CONNECT, and to an HTTP request
     */
    TestEdge(BrokerLimits limits, HttpHandler api, long patienceMillis) {
        loops = new EdgeLoops(2, clock);
        var ids = new Ids(new SecureRandom());
        var transactions = new InMemoryTransactions();
        var ports = new BrokerPorts(
                clock,
                timers,
                ids,
                loops,
                facts,
                keys::get,
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
                this::signed,
                pki.serverTls(),
                name -> name.equals("data.here.test") ? HERE : name.equals("data.there.test") ? THERE : null,
                counters,
                ids);
        var http = new HttpLimits(4_096, 8_192, 100_000, 400_000, patienceMillis, 20_000, 50_000, 16);
        edge = new Edge(new EdgeConfig("127.0.0.1", 0, 0, 0, null, patienceMillis, http), loops, handlers);
        open();
    }

    /** Lets the access key of this name open connections with the query {@code key=NAME} instead of a signature. */
    void grant(String key, Role role) {
        keys.put(
                key,
                new Credential(
                        key,
                        new AccessKeySecret("secret"),
                        HERE.account(),
                        "arn:aws:iam::" + HERE.account() + ":user/" + key.toLowerCase(Locale.ROOT),
                        role));
    }

    private Verdict signed(HttpRequest request) {
        if (!request.rawQuery().startsWith("key=")) {
            return new Verdict.Unsigned();
        }
        Credential credential = keys.get(request.rawQuery().substring("key=".length()));
        return credential == null
                ? new Verdict.Refused(HttpResponse.error(403, "ForbiddenException", "nobody's key"))
                : new Verdict.Proven(new Caller(
                        HERE, credential.arn(), credential.accessKeyId(), credential.roles(), request.sourceIp()));
    }

    int port(Listener listener) {
        return edge.port(listener);
    }

    /** What a device connects to whose client makes the TLS connection itself. */
    String mqttUri() {
        return "ssl://localhost:" + port(Listener.MQTT);
    }

    /** What a device connects to that leaves TLS to {@link TlsClient#sockets}. */
    String mqttUri(Listener listener) {
        return "tcp://localhost:" + port(listener);
    }

    /** How a client with this certificate starts TLS. */
    TlsClient tls(@Nullable X509Bundle device) {
        return new TlsClient(pki.client(device));
    }

    /** A device that may do everything, connected with a clean session. */
    ThreeClient three(String clientId) throws Exception {
        return three(clientId, _ -> {});
    }

    ThreeClient three(String clientId, Consumer<MqttConnectOptions> adjust) throws Exception {
        return ThreeClient.connect(mqttUri(), tls(device(clientId)), clientId, adjust);
    }

    /** A device that speaks MQTT 5 and may do everything, connected with a session that ends with the connection. */
    FiveClient five(String clientId) throws Exception {
        return five(clientId, _ -> {});
    }

    FiveClient five(String clientId, Consumer<MqttConnectionOptions> adjust) throws Exception {
        return FiveClient.connect(mqttUri(), tls(device(clientId)), clientId, adjust);
    }

    /** How the connections that have ended did so. */
    List<DisconnectReason> ends() {
        return facts.of(BrokerFact.Disconnected.class).stream()
                .map(BrokerFact.Disconnected::reason)
                .toList();
    }

    /** A new device whose certificate is registered here with that policy. */
    X509Bundle device(String name, String policy) {
        X509Bundle device = Pki.device(name);
        registry.register(HERE, Pki.idOf(device), policy);
        return device;
    }

    /** A new device with an RSA key that may do everything. */
    X509Bundle deviceWithoutCurves(String name) {
        X509Bundle device = Pki.deviceWithoutCurves(name);
        registry.register(HERE, Pki.idOf(device), FakeDevicePrincipals.allowing("*", "*"));
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

    /** Facts are told at the end of a loop's burst, which may come after the client has its answer. */
    private void endBursts() {
        for (int i = 0; i < 2; i++) {
            loops.group().forEach(loop -> loop.submit(() -> {}).syncUninterruptibly());
        }
    }
}
