// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

/** What an alarm did. */
public enum ViolationEventType {
    IN_ALARM("in-alarm"),
    ALARM_CLEARED("alarm-cleared"),
    /** The alarm ended without the device having shown that it behaves again. */
    ALARM_INVALIDATED("alarm-invalidated");

    private final String wireName;

    ViolationEventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
