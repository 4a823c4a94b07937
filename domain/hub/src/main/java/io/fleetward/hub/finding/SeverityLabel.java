// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

/**
 * How bad a finding is, and the number from 0 to 100 that stands for it.
 *
 * <p>The constants' names are the wire names (hub, severity conversion).
 */
public enum SeverityLabel {
    INFORMATIONAL(0),
    LOW(1),
    MEDIUM(40),
    HIGH(70),
    CRITICAL(90);

    private final int normalized;

    SeverityLabel(int normalized) {
        this.normalized = normalized;
    }

    /** The number that stands for this label when only the label was given. */
    public int normalized() {
        return normalized;
    }

    /** The label whose band of numbers holds the value, 0 to 100. */
    public static SeverityLabel of(int normalized) {
        SeverityLabel found = INFORMATIONAL;
        for (SeverityLabel label : values()) {
            if (normalized >= label.normalized) {
                found = label;
            }
        }
        return found;
    }
}
