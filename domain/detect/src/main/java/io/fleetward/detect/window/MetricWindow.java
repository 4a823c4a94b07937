// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import io.fleetward.detect.metric.Tally;

/**
 * One metric of one device between two instants: the datapoint in the making.
 *
 * <p>Exists only from the first amount on: a device that does nothing has no datapoint. Mutable and confined to its
 * owner; instants are epoch milliseconds, the end is exclusive.
 */
public final class MetricWindow {
    private final long start;
    private final long end;
    private final Tally tally;

    public MetricWindow(long start, long end) {
        this(start, end, new Tally());
    }

    /** A window with what an earlier life of the process had counted. */
    public MetricWindow(long start, long end, Tally counted) {
        this.start = start;
        this.end = end;
        this.tally = counted;
    }

    public void add(Tally seen) {
        tally.add(seen);
    }

    public long start() {
        return start;
    }

    public long end() {
        return end;
    }

    public Tally tally() {
        return tally;
    }
}
