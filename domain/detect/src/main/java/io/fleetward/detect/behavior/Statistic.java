// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import org.jspecify.annotations.Nullable;

/** Which value of a population is meant: the one that this share of all values do not exceed (detect, percentiles). */
public enum Statistic {
    P0("p0", 0),
    P0_01("p0.01", 0.0001),
    P0_1("p0.1", 0.001),
    P1("p1", 0.01),
    P10("p10", 0.1),
    P50("p50", 0.5),
    P90("p90", 0.9),
    P99("p99", 0.99),
    P99_9("p99.9", 0.999),
    P99_99("p99.99", 0.9999),
    P100("p100", 1);

    private final String wireName;
    private final double rank;

    Statistic(String wireName, double rank) {
        this.wireName = wireName;
        this.rank = rank;
    }

    public String wireName() {
        return wireName;
    }

    /** The share, from 0 to 1. */
    public double rank() {
        return rank;
    }

    /** The statistic with this wire name, or null. */
    public static @Nullable Statistic ofWireName(String wireName) {
        for (Statistic statistic : values()) {
            if (statistic.wireName.equals(wireName)) {
                return statistic;
            }
        }
        return null;
    }
}
