// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import org.jspecify.annotations.Nullable;

/** What devices report of a metric that users define (detect, custom metrics). */
public enum CustomMetricType {
    NUMBER("number", MetricValue.Kind.NUMBER),
    NUMBER_LIST("number-list", MetricValue.Kind.NUMBERS),
    STRING_LIST("string-list", MetricValue.Kind.STRINGS),
    IP_ADDRESS_LIST("ip-address-list", MetricValue.Kind.CIDRS);

    private final String wireName;
    private final MetricValue.Kind valueKind;

    CustomMetricType(String wireName, MetricValue.Kind valueKind) {
        this.wireName = wireName;
        this.valueKind = valueKind;
    }

    public String wireName() {
        return wireName;
    }

    /** The kind of a reported value, and of what a behavior compares it with. */
    public MetricValue.Kind valueKind() {
        return valueKind;
    }

    /** The type with this wire name, or null. */
    public static @Nullable CustomMetricType ofWireName(String wireName) {
        for (CustomMetricType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        return null;
    }
}
