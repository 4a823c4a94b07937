// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.BrokerFact.Connected;
import io.fleetward.broker.fact.BrokerFact.Disconnected;
import java.util.Set;

/**
 * For how many minutes a device that has connected at least once has been gone; 0 while it is connected.
 *
 * <p>Measured at the end of every metric period in which it is gone, and of the one in which it came back.
 */
public record DisconnectDurationMetric() implements CloudMetric {
    private static final double MILLIS_PER_MINUTE = 60_000;

    @Override
    public String name() {
        return "aws:disconnect-duration";
    }

    @Override
    public String unit() {
        return "minutes";
    }

    @Override
    public MetricValue.Kind valueKind() {
        return MetricValue.Kind.COUNT;
    }

    @Override
    public Set<ComparisonOperator> operators() {
        return ComparisonOperator.UPPER_BOUNDS;
    }

    @Override
    public DurationUse durationUse() {
        return DurationUse.IGNORED;
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(Connected.class, Disconnected.class);
    }

    @Override
    public Gathered newActivity() {
        return new Presence();
    }

    @Override
    public void observe(BrokerFact fact, Gathered into) {
        if (fact instanceof Connected connected) {
            into.presence().connected(connected.at());
        } else if (fact instanceof Disconnected disconnected) {
            into.presence().disconnected(disconnected.connectedAt(), disconnected.at());
        }
    }

    /** The whole minutes for which the device has been gone at this instant, in epoch milliseconds. */
    public double minutes(Presence presence, long at) {
        return Math.floor(presence.offlineMillis(at) / MILLIS_PER_MINUTE);
    }

    @Override
    public Measure total() {
        return Measure.LATEST;
    }
}
