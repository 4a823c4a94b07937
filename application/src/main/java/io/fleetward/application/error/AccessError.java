// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.error;

/** Refusals that every service shares. */
public enum AccessError implements ErrorCode {
    ACCESS_DENIED("AccessDeniedException"),
    NOT_IMPLEMENTED("NotImplementedException");

    private final String wireName;

    AccessError(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
