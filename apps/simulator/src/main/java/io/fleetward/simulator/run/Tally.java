// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.run;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What the fleet has done so far. Thread-safe; each figure only grows. */
public final class Tally {
    final LongAdder connects = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder published = new LongAdder();
    final LongAdder acknowledged = new LongAdder();
    final AtomicLong lateMs = new AtomicLong();

    /** Connections that were accepted. */
    public long connects() {
        return connects.sum();
    }

    /** Connections that could not be opened or were refused. */
    public long refused() {
        return refused.sum();
    }

    public long published() {
        return published.sum();
    }

    public long acknowledged() {
        return acknowledged.sum();
    }

    /** By how much the latest of all steps was late, in milliseconds. */
    public long lateMs() {
        return lateMs.get();
    }

    @Override
    public String toString() {
        return "%d connects (%d refused), %d messages published, %d acknowledged, at most %d ms late"
                .formatted(connects(), refused(), published(), acknowledged(), lateMs());
    }
}
