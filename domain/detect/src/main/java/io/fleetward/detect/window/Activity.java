// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.Metrics;
import io.fleetward.detect.metric.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What one device did within one metric period, so far as somebody wants to know it; any number of facts fold into
 * one.
 *
 * <p>Mutable and confined to its owner.
 */
public final class Activity {
    private final @Nullable Tally[] tallies = new @Nullable Tally[Metrics.ALL.size()];
    private long lastAt = Long.MIN_VALUE;

    /** Takes in the amount of the metric with this index, measured at an instant in epoch milliseconds. */
    public void add(int metricIndex, long amount, long at) {
        Tally tally = tallies[metricIndex];
        if (tally == null) {
            tally = new Tally();
            tallies[metricIndex] = tally;
        }
        tally.add(amount);
        lastAt = Math.max(lastAt, at);
    }

    /** Takes in the fact for each metric whose bit is set in the mask. */
    public void add(BrokerFact fact, int metricMask) {
        for (int rest = metricMask; rest != 0; rest &= rest - 1) {
            int index = Integer.numberOfTrailingZeros(rest);
            long amount = Metrics.ALL.get(index).observe(fact);
            if (amount != Metric.NOTHING) {
                add(index, amount, fact.at());
            }
        }
    }

    /** What was seen of the metric with this index; null when nothing was. */
    public @Nullable Tally of(int metricIndex) {
        return tallies[metricIndex];
    }

    /** When the last of it happened, in epoch milliseconds. */
    public long lastAt() {
        return lastAt;
    }
}
