// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import io.fleetward.detect.metric.Gathered;

/**
 * One metric of one device between two instants: the datapoint in the making. What a device reports and what is judged
 * as it comes is a window without length.
 *
 * <p>Exists only from the first amount on: a device that does nothing has no datapoint. Mutable and confined to its
 * owner; instants are epoch milliseconds, the end is exclusive.
 */
public final class MetricWindow {
    private final long start;
    private final long end;
    private final Gathered gathered;

    /** @param gathered what is gathered so far, which the window takes over */
    public MetricWindow(long start, long end, Gathered gathered) {
        this.start = start;
        this.end = end;
        this.gathered = gathered;
    }

    public void add(Gathered seen) {
        gathered.addAll(seen);
    }

    /** Whether this is a value that is judged as it came. */
    public boolean isInstant() {
        return start == end;
    }

    public long start() {
        return start;
    }

    public long end() {
        return end;
    }

    public Gathered gathered() {
        return gathered;
    }
}
