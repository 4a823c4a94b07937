// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.broker.Broker;
import io.fleetward.application.broker.BrokerCounters;
import io.fleetward.application.broker.BrokerFactSink;
import io.fleetward.application.broker.BrokerPorts;
import io.fleetward.application.broker.DevicePublishing;
import io.fleetward.application.detect.runtime.MetricExports;
import io.fleetward.application.live.LiveConnections;
import io.fleetward.application.live.LiveEvents;
import io.fleetward.application.policy.RegisteredDevicePrincipals;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.edge.loop.EdgeLoops;
import io.fleetward.store.broker.JdbcRetainedStore;
import io.fleetward.store.broker.JdbcSessionStore;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The broker on its event loops. */
record BrokerAssembly(
        Broker broker,
        DevicePublishing devicePublishing,
        BrokerCounters counters,
        EdgeLoops loops,
        ReportAssembly reports,
        MetricExports exports)
        implements AutoCloseable {
    private static final long STOP_PATIENCE_SECONDS = 10;

    static BrokerAssembly of(
            Settings settings,
            Foundation foundation,
            StoreAssembly store,
            UserAssembly users,
            RegistryAssembly registry,
            AuditAssembly audit,
            DetectAssembly detect,
            LiveEvents live) {
        var loops = new EdgeLoops(Runtime.getRuntime().availableProcessors(), foundation.clock());
        RegisteredDevicePrincipals principals = registry.devicePrincipals();
        var counters = new BrokerCounters();
        var connections = new LiveConnections(live);
        BrokerFactSink facts = told -> {
            audit.recorder().accept(told);
            detect.runtime().accept(told);
            connections.accept(told);
        };
        var ports = new BrokerPorts(
                foundation.clock(),
                foundation.timers(),
                foundation.requestIds(),
                loops,
                facts,
                users.connections(),
                store.state(),
                principals,
                store.sessions(),
                new JdbcSessionStore(),
                new JdbcRetainedStore());
        var reports = ReportAssembly.of(settings, foundation, detect);
        var broker = new Broker(ports, settings.brokerLimits(), counters, List.of(reports.intake()));
        registry.runtime().changes().listen(broker.registryListener());
        var publishing = new DevicePublishing(foundation.clock(), store.state(), principals, broker, detect.runtime());
        MetricExports exports = detect.exports().apply(broker);
        exports.start();
        return new BrokerAssembly(broker, publishing, counters, loops, reports, exports);
    }

    BrokerLimits limits() {
        return broker.limits();
    }

    @Override
    public void close() {
        exports.close();
        broker.stop()
                .toCompletableFuture()
                .completeOnTimeout(false, STOP_PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        reports.close();
        loops.close();
    }
}
