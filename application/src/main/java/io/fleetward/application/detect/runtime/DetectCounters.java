// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import java.util.concurrent.atomic.LongAdder;

/** What Detect has done since the process started. Thread-safe; each figure only grows. */
public final class DetectCounters {
    final LongAdder facts = new LongAdder();
    final LongAdder reports = new LongAdder();
    final LongAdder evaluations = new LongAdder();
    final LongAdder events = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder samplesLost = new LongAdder();

    /** Facts that concerned a metric somebody watches. */
    public long facts() {
        return facts.sum();
    }

    /** Reports of devices with a metric that somebody watches. */
    public long reports() {
        return reports.sum();
    }

    /** Behaviors judged, on open windows and on closed ones. */
    public long evaluations() {
        return evaluations.sum();
    }

    /** Alarms raised, cleared and invalidated. */
    public long events() {
        return events.sum();
    }

    /** Attempts that failed and were made again, and devices that were passed over because of a fault. */
    public long failures() {
        return failures.sum();
    }

    /** Values of metrics that could not be kept because their database did not take them in time. */
    public long samplesLost() {
        return samplesLost.sum();
    }
}
