// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.limit.BrokerLimits;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the broker that its connections and sessions share. Thread-safe, as each of them is. */
final class BrokerCore {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerCore.class);

    private final BrokerPorts ports;
    private final BrokerLimits limits;
    private final BrokerCounters counters;
    private final ReservedTopics reserved;
    private final Router router = new Router();
    private final ServerPublishing publishing = new ServerPublishing(this);
    private final SessionWriter writer;
    private final SessionDirectory directory;
    private final RetainedMessages retained;
    private final LifecycleEvents events;
    private final Map<Loop, BurstFacts> facts = new ConcurrentHashMap<>();

    BrokerCore(BrokerPorts ports, BrokerLimits limits, BrokerCounters counters, ReservedTopics reserved) {
        this.ports = ports;
        this.limits = limits;
        this.counters = counters;
        this.reserved = reserved;
        writer = new SessionWriter(ports.sessions());
        directory = new SessionDirectory(this);
        retained = new RetainedMessages(this);
        events = new LifecycleEvents(router, ports.ids());
    }

    BrokerPorts ports() {
        return ports;
    }

    BrokerLimits limits() {
        return limits;
    }

    ReservedTopics reserved() {
        return reserved;
    }

    Router router() {
        return router;
    }

    ServerPublishing publishing() {
        return publishing;
    }

    SessionWriter writer() {
        return writer;
    }

    SessionDirectory directory() {
        return directory;
    }

    RetainedMessages retained() {
        return retained;
    }

    LifecycleEvents events() {
        return events;
    }

    /** Where what happens on that loop is told. */
    BurstFacts factsOf(Loop loop) {
        return facts.computeIfAbsent(loop, key -> new BurstFacts(key, ports.facts()));
    }

    /** Milliseconds since the epoch. */
    long now() {
        return ports.clock().millis();
    }

    void count(Counter counter) {
        counters.count(counter);
    }

    /** Writes a change of sessions or retained messages; a failure is logged and counted before it is told. */
    void write(Consumer<Tx> work, Consumer<@Nullable Throwable> done) {
        writer.write(work, failure -> {
            if (failure != null) {
                storeFailed("session-write-failed", failure);
            }
            done.accept(failure);
        });
    }

    void storeFailed(String event, @Nullable Throwable failure) {
        count(Counter.STORE_FAILURES);
        LOG.atWarn().setCause(failure).log(event);
    }
}
