// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often things happened at the broker since the process started. Thread-safe. */
public final class BrokerCounters {
    /** What is counted. */
    public enum Counter {
        CONNECTIONS_ACCEPTED,
        CONNECTIONS_REFUSED,
        /** Connections of certificates that are not registered, or in several accounts without a server name. */
        CERTIFICATES_UNKNOWN,
        /** TLS handshakes that failed. */
        HANDSHAKES_FAILED,
        /** Packets that were malformed, too large, or out of place. */
        PACKETS_REFUSED,
        /** HTTP requests that were malformed, too large or too slow. */
        REQUESTS_REFUSED,
        AUTHORIZATIONS_DENIED,
        MESSAGES_RECEIVED,
        MESSAGES_DELIVERED,
        /** QoS 0 messages a slow or busy subscriber did not get. */
        MESSAGES_DROPPED_SLOW,
        /** QoS 1 messages for a session whose queue was full. */
        MESSAGES_DROPPED_QUEUE_FULL,
        MESSAGES_EXPIRED,
        /** Messages that came faster than the limits allow. */
        MESSAGES_THROTTLED,
        /** Writes of sessions or retained messages that failed. */
        STORE_FAILURES
    }

    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

    public BrokerCounters() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new LongAdder());
        }
    }

    /** Counts one occurrence. */
    public void count(Counter counter) {
        adder(counter).increment();
    }

    /** The number of occurrences so far. */
    public long get(Counter counter) {
        return adder(counter).sum();
    }

    private LongAdder adder(Counter counter) {
        LongAdder adder = counts.get(counter);
        if (adder == null) {
            throw new IllegalStateException("not a counter: " + counter);
        }
        return adder;
    }
}
