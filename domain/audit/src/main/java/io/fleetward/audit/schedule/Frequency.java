// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.schedule;

/** How often a schedule comes round; the names are the wire names. */
public enum Frequency {
    DAILY,
    WEEKLY,
    BIWEEKLY,
    MONTHLY;

    /** Whether a schedule of this frequency names a day of the week. */
    boolean isByWeekday() {
        return this == WEEKLY || this == BIWEEKLY;
    }

    /** Whether a schedule of this frequency names a day of the month. */
    boolean isByDayOfMonth() {
        return this == MONTHLY;
    }
}
