// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every metric there is: those that the broker measures, those that devices report, and those that users define. */
public final class Metrics {
    /** The metrics of AWS. */
    public static final List<Metric> ALL = List.of(
            new MessageByteSizeMetric(),
            new MessagesSentMetric(),
            new MessagesReceivedMetric(),
            new AuthorizationFailuresMetric(),
            new SourceIpAddressMetric(),
            new ConnectionAttemptsMetric(),
            new DisconnectsMetric(),
            new DisconnectDurationMetric(),
            new AllBytesOutMetric(),
            new AllBytesInMetric(),
            new AllPacketsOutMetric(),
            new AllPacketsInMetric(),
            new ListeningTcpPortCountMetric(),
            new ListeningUdpPortCountMetric(),
            new EstablishedTcpConnectionCountMetric(),
            new ListeningTcpPortsMetric(),
            new ListeningUdpPortsMetric(),
            new DestinationIpAddressesMetric());

    private static final Map<String, Metric> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Metric::name, Function.identity()));
    private static final String OURS = "aws:";

    private Metrics() {}

    /** The metric of AWS with this wire name, or null. */
    public static @Nullable Metric find(String name) {
        return BY_NAME.get(name);
    }

    /** Whether a metric of this name can only be one of AWS: users may not take such names. */
    public static boolean isReserved(String name) {
        return name.startsWith(OURS);
    }

    /** The metric of AWS with this name, or the one users define that has values of this kind; null for neither. */
    public static @Nullable Metric of(String name, MetricValue.Kind kind) {
        return isReserved(name) ? find(name) : new CustomMetric(name, typeOf(kind));
    }

    private static CustomMetricType typeOf(MetricValue.Kind kind) {
        return switch (kind) {
            case COUNT, NUMBER -> CustomMetricType.NUMBER;
            case NUMBERS -> CustomMetricType.NUMBER_LIST;
            case STRINGS -> CustomMetricType.STRING_LIST;
            case CIDRS -> CustomMetricType.IP_ADDRESS_LIST;
            case PORTS -> throw new IllegalStateException("no metric that users define has ports");
        };
    }
}
