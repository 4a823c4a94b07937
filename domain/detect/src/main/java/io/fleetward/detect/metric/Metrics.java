// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every metric there is.
 *
 * <p>The position of a metric in {@link #ALL} is its index in compact arrays; it is never stored.
 */
public final class Metrics {
    public static final List<Metric> ALL = List.of(
            new MessageByteSizeMetric(),
            new MessagesSentMetric(),
            new MessagesReceivedMetric(),
            new AuthorizationFailuresMetric(),
            new ConnectionAttemptsMetric(),
            new DisconnectsMetric());

    /** Metrics of AWS that this version does not measure: behaviors on them are refused by name. */
    public static final Set<String> NOT_BUILT = Set.of(
            "aws:source-ip-address",
            "aws:disconnect-duration",
            "aws:all-bytes-out",
            "aws:all-bytes-in",
            "aws:all-packets-out",
            "aws:all-packets-in",
            "aws:num-listening-tcp-ports",
            "aws:num-listening-udp-ports",
            "aws:num-established-tcp-connections",
            "aws:listening-tcp-ports",
            "aws:listening-udp-ports",
            "aws:destination-ip-addresses");

    private Metrics() {}

    /** The metric with this wire name, or null. */
    public static @Nullable Metric find(String name) {
        for (Metric metric : ALL) {
            if (metric.name().equals(name)) {
                return metric;
            }
        }
        return null;
    }

    /** The position of the metric in {@link #ALL}. */
    public static int indexOf(Metric metric) {
        return ALL.indexOf(metric);
    }
}
