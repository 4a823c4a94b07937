// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.aggregation;

/** How an account stands to an administrator (hub, members). */
public enum MemberStatus {
    /** Entered by the administrator, not invited yet. */
    CREATED("Created"),
    /** Invited and has not answered. */
    INVITED("Invited"),
    /** The administrator sees and works its findings. */
    ENABLED("Enabled"),
    /** Disassociated by the administrator. */
    REMOVED("Removed"),
    /** Declined or left. */
    RESIGNED("Resigned");

    private final String wireName;

    MemberStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
