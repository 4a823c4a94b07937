// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often things happened to device reports since the process started. Thread-safe. */
public final class ReportCounters {
    /** What is counted. */
    public enum Counter {
        ACCEPTED,
        /** Accepted before, and not counted twice. */
        REPEATED,
        /** No report, or of no device. */
        REFUSED,
        /** Faster than the limits allow, or than the server could follow; the device was told. */
        THROTTLED,
        /** As before; the device had just been told. */
        IGNORED,
        /** Failed within the server. */
        FAILED
    }

    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

    public ReportCounters() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new LongAdder());
        }
    }

    void count(Counter counter) {
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
