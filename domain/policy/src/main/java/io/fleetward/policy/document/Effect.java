// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

/** What a statement does to the requests it covers. */
public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String wireName;

    Effect(String wireName) {
        this.wireName = wireName;
    }

    /** The name in a document. */
    public String wireName() {
        return wireName;
    }
}
